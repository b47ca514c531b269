package dev.reflux.activities.teacher;

import java.time.Duration;

/** The teacher is limited, slow, out of reach or garbled: the same question may be answered later. */
public final class TeacherBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param retryAfter how long the provider asked to wait, or null where it did not say */
    public TeacherBusyException(String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
