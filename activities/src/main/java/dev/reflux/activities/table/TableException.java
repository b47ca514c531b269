package dev.reflux.activities.table;

import java.io.IOException;
import java.nio.file.Path;

/** A file of rows cannot be read on, or its kind cannot hold what was to be written; the message names the file and says what to do. */
public final class TableException extends RuntimeException {

    private final transient Path file;
    private final String why;
    private final String remedy;

    /**
     * A complaint about a file.
     *
     * @param why the rule that is broken and what was found, such as {@code must be whole, got the file's end}
     * @param cause null for none
     */
    public TableException(Path file, String why, String remedy, Throwable cause) {
        super("File " + file + " " + why + "; " + remedy, cause);
        this.file = file;
        this.why = why;
        this.remedy = remedy;
    }

    /** Such a complaint where the disk, or the bytes on it, are at fault. */
    static TableException unreadable(Path file, IOException cause) {
        return new TableException(
                file,
                "must be whole and readable, got " + cause.getMessage(),
                "fetch or make it again, and check this user's right to it",
                cause);
    }

    public Path file() {
        return file;
    }

    public String why() {
        return why;
    }

    public String remedy() {
        return remedy;
    }
}
