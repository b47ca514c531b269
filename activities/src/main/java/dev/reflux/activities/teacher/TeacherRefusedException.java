package dev.reflux.activities.teacher;

/** This question will not be answered, though others may be: a sample to be rejected with a reason. */
public final class TeacherRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason a stable kebab-case word, such as {@code refused} or {@code bad-request} */
    public TeacherRefusedException(String reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
