package dev.reflux.activities.teacher;

import java.time.Duration;

/** The teacher is limited, slow, out of reach or garbled: the same question may be answered later. */
public final class TeacherBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final Duration retryAfter;

    /** What kept it from answering. */
    public enum Kind {
        /** It said that it is asked too much. */
        THROTTLED,
        /** The deadline passed. */
        LATE,
        /** It failed, could not be reached, or its answer could not be read. */
        FAILED
    }

    /** @param retryAfter how long the provider asked to wait, or null where it did not say */
    public TeacherBusyException(String message, Duration retryAfter, Throwable cause) {
        this(Kind.FAILED, message, retryAfter, cause);
    }

    /** @param retryAfter how long the provider asked to wait, or null where it did not say */
    public TeacherBusyException(Kind kind, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
