package dev.reflux.activities.shard;

/** A shard file is not what its receipt says. The operator's move; nothing of it was taken for good. */
public final class ShardCorruptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ShardCorruptException(String message) {
        super(message);
    }

    public ShardCorruptException(String message, Throwable cause) {
        super(message, cause);
    }
}
