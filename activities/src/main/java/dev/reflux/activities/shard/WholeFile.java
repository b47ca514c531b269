package dev.reflux.activities.shard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Writes files whole: under another name first, flushed to the disk, then moved into place. Of several writers of one file
 * the last to finish wins; what a killed one left under another name is gone once the file is written.
 */
public final class WholeFile {

    private WholeFile() {}

    /** Writes the content of a file; need not close the stream. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream file) throws IOException;
    }

    /** @throws WorkspaceException if it cannot be written; nothing of it is left then */
    public static void write(Path file, byte[] bytes) {
        write(file, out -> out.write(bytes));
    }

    /** @throws WorkspaceException if it cannot be written; nothing of it is left then, and what was there before stays */
    public static void write(Path file, Content content) {
        try (PartFile part = PartFile.of(file)) {
            try (OutputStream out = part.out()) {
                content.writeTo(out);
            }
            part.moveIn();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    static WorkspaceException unwritable(Path file, IOException cause) {
        return new WorkspaceException(
                "File " + file + " cannot be written (" + cause.getMessage() + "); free some space on its disk or give"
                        + " this user the right to its folder, then resume",
                cause);
    }

    static WorkspaceException unreadable(Path file, IOException cause) {
        return new WorkspaceException(
                "File " + file + " cannot be read (" + cause.getMessage()
                        + "); give this user the right to it and check" + " its disk, then resume",
                cause);
    }
}
