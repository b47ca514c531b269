package dev.reflux.activities.template.python;

/** Python's {@code None}. */
public enum Nothing implements Value {
    NONE;

    @Override
    public boolean truth() {
        return false;
    }

    @Override
    public String text() {
        return "None";
    }

    @Override
    public String type() {
        return "NoneType";
    }
}
