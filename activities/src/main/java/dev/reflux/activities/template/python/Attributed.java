package dev.reflux.activities.template.python;

/** A value whose attributes are given by name, such as a namespace or a loop's state. */
public interface Attributed extends Value {

    /** The attribute, or {@link Undefined}. */
    Value attribute(String name);

    @Override
    default boolean truth() {
        return true;
    }

    @Override
    default String text() {
        throw new TemplateFailure("a " + type() + " must not be printed; print one of its attributes");
    }
}
