package dev.reflux.activities.template.python;

/** Python's {@code int}, of 64 bits: a larger one fails. */
public record Whole(long value) implements Value {

    public static Whole of(long value) {
        return new Whole(value);
    }

    @Override
    public boolean truth() {
        return value != 0;
    }

    @Override
    public String text() {
        return Long.toString(value);
    }

    @Override
    public String type() {
        return "int";
    }
}
