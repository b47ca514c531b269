package dev.reflux.activities.template.python;

/** A value as Python has it; every value a template can reach is one of this package or implements {@link Attributed}. */
public interface Value {

    /** What {@code bool(value)} is. */
    boolean truth();

    /** What {@code str(value)} is. */
    String text();

    /** What {@code repr(value)} is. */
    default String repr() {
        return text();
    }

    /** Python's name of its type, for messages. */
    String type();
}
