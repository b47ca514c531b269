package dev.reflux.activities.template;

import dev.reflux.activities.template.python.TemplateFailure;

/** A chat template cannot be read, or cannot render these messages; the user's move. The message names template and line. */
public final class ChatTemplateException extends RuntimeException {

    private final boolean refusal;
    private final String problem;

    ChatTemplateException(String template, String problem) {
        super("Chat template " + template + ": " + problem);
        this.problem = problem;
        this.refusal = false;
    }

    ChatTemplateException(String template, TemplateFailure failure) {
        super("Chat template " + template + problem(failure));
        this.problem = problem(failure).replaceFirst("^: ", "").strip();
        this.refusal = failure.isRaised();
    }

    private static String problem(TemplateFailure failure) {
        return (failure.line() > 0 ? " line " + failure.line() : "") + ": "
                + (failure.isRaised() ? "it refuses these messages: " : "") + failure.getMessage();
    }

    /** What is wrong and in which line, without the template's name, which may be a path. */
    public String problem() {
        return problem;
    }

    /** Whether the template itself refused the messages, by {@code raise_exception}. */
    public boolean isRefusal() {
        return refusal;
    }
}
