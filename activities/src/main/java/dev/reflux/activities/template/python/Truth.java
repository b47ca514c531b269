package dev.reflux.activities.template.python;

/** Python's {@code bool}. */
public enum Truth implements Value {
    FALSE,
    TRUE;

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    @Override
    public boolean truth() {
        return this == TRUE;
    }

    @Override
    public String text() {
        return this == TRUE ? "True" : "False";
    }

    @Override
    public String type() {
        return "bool";
    }
}
