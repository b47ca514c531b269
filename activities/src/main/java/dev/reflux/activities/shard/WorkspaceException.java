package dev.reflux.activities.shard;

/** The workspace cannot be read or written: a full disk, missing rights. The operator's move; names the file. */
public final class WorkspaceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WorkspaceException(String message, Throwable cause) {
        super(message, cause);
    }
}
