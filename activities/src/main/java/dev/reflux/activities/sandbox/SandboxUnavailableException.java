package dev.reflux.activities.sandbox;

/** There is no sandbox, or it could not be set up. The operator's move; nothing was run outside of one. */
public final class SandboxUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SandboxUnavailableException(String message) {
        super(message);
    }

    public SandboxUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
