package dev.reflux.worker.orchestrator;

/** Temporal does not answer, does not let us in, or could not be started. Names where and what to do. */
public final class OrchestratorUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OrchestratorUnreachableException(String message) {
        super(message);
    }

    public OrchestratorUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
