package dev.reflux.activities.layout;

/** The columns of a file do not say which layout it has: its user must. */
public final class AmbiguousLayoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AmbiguousLayoutException(String message) {
        super(message);
    }
}
