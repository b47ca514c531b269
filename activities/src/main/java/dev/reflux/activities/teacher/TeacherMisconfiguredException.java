package dev.reflux.activities.teacher;

/** A wrong key, an unknown model, a wrong URL. The user's move. */
public final class TeacherMisconfiguredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TeacherMisconfiguredException(String message, Throwable cause) {
        super(message, cause);
    }
}
