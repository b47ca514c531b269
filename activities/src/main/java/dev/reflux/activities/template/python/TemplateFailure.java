package dev.reflux.activities.template.python;

/** What stopped a template, with the line where it is known. */
public final class TemplateFailure extends RuntimeException {

    private final int line;
    private final boolean raised;

    public TemplateFailure(String message) {
        this(message, 0, false);
    }

    private TemplateFailure(String message, int line, boolean raised) {
        super(message, null, false, false);
        this.line = line;
        this.raised = raised;
    }

    /** What the template itself raised, by {@code raise_exception}. */
    public static TemplateFailure raised(String message) {
        return new TemplateFailure(message, 0, true);
    }

    /** The same with a line, unless it has one. */
    public TemplateFailure at(int place) {
        return line > 0 ? this : new TemplateFailure(getMessage(), place, raised);
    }

    /** Counted from 1; 0 where it is not known. */
    public int line() {
        return line;
    }

    /** Whether the template refused its messages, and not the engine the template. */
    public boolean isRaised() {
        return raised;
    }
}
