package dev.reflux.activities.shard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.function.Consumer;

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
        write(file, content, PartFile::moveIn);
    }

    /** As {@link #write(Path, byte[])}, in a folder in which no killed process can have left anything. */
    static void writeAlone(Path file, byte[] bytes) {
        write(file, out -> out.write(bytes), PartFile::moveInAlone);
    }

    private static void write(Path file, Content content, Consumer<PartFile> moving) {
        try (PartFile part = PartFile.of(file)) {
            try (OutputStream out = part.out()) {
                content.writeTo(out);
            }
            moving.accept(part);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** The complaint of a disk that does not take what is to be written. */
    public static WorkspaceException unwritable(Path file, IOException cause) {
        return new WorkspaceException(
                "File " + file + " must be writable, got " + said(cause) + "; free some space on its disk or give"
                        + " this user the right to its folder, then resume or start the command again",
                cause);
    }

    /** What went wrong, also where the exception's message is but a path. */
    static String said(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        boolean isBare = cause instanceof FileSystemException on && on.getReason() == null;
        return isBare ? cause.getClass().getSimpleName() + " at " + cause.getMessage() : cause.getMessage();
    }

    static WorkspaceException unreadable(Path file, IOException cause) {
        return new WorkspaceException(
                "File " + file + " cannot be read (" + cause.getMessage()
                        + "); give this user the right to it and check" + " its disk, then resume",
                cause);
    }
}
