package dev.reflux.activities.template.python;

/** Python's {@code str}; its unit is the code point, a lone surrogate counting as one. */
public record Text(String value) implements Value {

    public static final Text EMPTY = new Text("");

    /** Its length in code points. */
    public int length() {
        return value.codePointCount(0, value.length());
    }

    boolean isPlain() {
        return length() == value.length();
    }

    /** Code points from (inclusive) to (exclusive). */
    Text between(int from, int to) {
        if (from >= to) {
            return EMPTY;
        }
        if (isPlain()) {
            return new Text(value.substring(from, to));
        }
        int start = value.offsetByCodePoints(0, from);
        return new Text(value.substring(start, value.offsetByCodePoints(start, to - from)));
    }

    @Override
    public boolean truth() {
        return !value.isEmpty();
    }

    @Override
    public String text() {
        return value;
    }

    @Override
    public String repr() {
        return Notation.quoted(value);
    }

    @Override
    public String type() {
        return "str";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && value.equals(text.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
