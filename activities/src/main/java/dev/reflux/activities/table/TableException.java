package dev.reflux.activities.table;

import java.io.IOException;
import java.nio.file.Path;

/** A file of rows cannot be read on, or cannot hold what was to be written; the message names the file and says what to do. */
public final class TableException extends RuntimeException {

    public TableException(String message) {
        super(message);
    }

    public TableException(String message, Throwable cause) {
        super(message, cause);
    }

    static TableException unreadable(Path file, IOException cause) {
        return new TableException(
                "File " + file + " must be whole and readable, got " + cause.getMessage()
                        + "; fetch or make it again, and check this user's right to it",
                cause);
    }

    static TableException unwritable(Path file, IOException cause) {
        return new TableException(
                "File " + file + " cannot be written (" + cause.getMessage()
                        + "); free some space on its disk or give this user the right to its folder",
                cause);
    }
}
