package dev.reflux.activities.shard;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files whole: under another name first, flushed to the disk, then moved into place. */
public final class WholeFile {

    private WholeFile() {}

    /** @throws WorkspaceException if it cannot be written; nothing of it is left then */
    public static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                flush(part, bytes);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
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

    /** By a stream and not a channel: a channel closes itself under a thread that is interrupted. */
    private static void flush(Path part, byte[] bytes) throws IOException {
        try (FileOutputStream out = new FileOutputStream(part.toFile())) {
            out.write(bytes);
            out.getFD().sync();
        }
    }
}
