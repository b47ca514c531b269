package dev.reflux.activities.template.python;

/** A value that can be called. */
public interface Callable extends Value {

    /** Calls it; what it made may not be larger than the allowance permits. */
    Value call(Arguments arguments, Allowance allowance);

    @Override
    default boolean truth() {
        return true;
    }

    @Override
    default String text() {
        throw new TemplateFailure("a " + type() + " must be called, not printed");
    }
}
