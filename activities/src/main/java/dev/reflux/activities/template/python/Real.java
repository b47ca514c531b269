package dev.reflux.activities.template.python;

/** Python's {@code float}. */
public record Real(double value) implements Value {

    @Override
    public boolean truth() {
        return value != 0;
    }

    @Override
    public String text() {
        return Notation.shortest(value);
    }

    @Override
    public String type() {
        return "float";
    }
}
