package dev.reflux.activities.shard;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes files whole: under another name first, flushed to the disk, then moved into place. Of several writers of one file
 * the last to finish wins; what a killed one left under another name is gone once the file is written.
 */
public final class WholeFile {

    private static final String PART = ".part";

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
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(partPrefix(file) + UUID.randomUUID() + PART);
            try {
                flush(part, content);
                moveInto(file, part);
            } finally {
                Files.deleteIfExists(part);
            }
            removeParts(file);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** A part that is gone was removed by a writer that finished in between: as if this one had been before it. */
    private static void moveInto(Path file, Path part) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException gone) {
            if (!Files.exists(file)) {
                throw gone;
            }
        }
    }

    private static void removeParts(Path file) throws IOException {
        String prefix = partPrefix(file);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(file.getParent(), path -> isPart(path, prefix))) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isPart(Path path, String prefix) {
        String name = path.getFileName().toString();
        return name.startsWith(prefix) && name.endsWith(PART);
    }

    private static String partPrefix(Path file) {
        return "." + file.getFileName() + ".";
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
    private static void flush(Path part, Content content) throws IOException {
        try (FileOutputStream out = new FileOutputStream(part.toFile())) {
            content.writeTo(out);
            out.getFD().sync();
        }
    }
}
