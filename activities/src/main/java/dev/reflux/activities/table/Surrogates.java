package dev.reflux.activities.table;

/** Halves of surrogate pairs that stand alone: JSON can hold them as escapes, UTF-8 cannot hold them at all. */
public final class Surrogates {

    private Surrogates() {}

    /** Index of the first lone half; -1 if there is none. */
    public static int firstLone(String text) {
        return firstLone(text, 0);
    }

    /** JSON with its lone halves, which can only be within strings, written as escapes. */
    static String escaped(String json) {
        int lone = firstLone(json, 0);
        if (lone < 0) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length() + 64);
        int from = 0;
        for (; lone >= 0; lone = firstLone(json, from)) {
            escaped.append(json, from, lone).append(String.format("\\u%04x", (int) json.charAt(lone)));
            from = lone + 1;
        }
        return escaped.append(json, from, json.length()).toString();
    }

    private static int firstLone(String text, int from) {
        for (int index = from; index < text.length(); index++) {
            if (!Character.isSurrogate(text.charAt(index))) {
                continue;
            }
            boolean pair = index + 1 < text.length()
                    && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
            if (!pair) {
                return index;
            }
            index++;
        }
        return -1;
    }
}
