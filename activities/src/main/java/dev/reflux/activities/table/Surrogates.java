package dev.reflux.activities.table;

/** Halves of surrogate pairs that stand alone: JSON can hold them as escapes, UTF-8 cannot hold them at all. */
public final class Surrogates {

    private Surrogates() {}

    /** Index of the first lone half; -1 if there is none. */
    public static int firstLone(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (!Character.isSurrogate(text.charAt(index))) {
                continue;
            }
            boolean pair =
                    index + 1 < text.length() && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
            if (!pair) {
                return index;
            }
            index++;
        }
        return -1;
    }
}
