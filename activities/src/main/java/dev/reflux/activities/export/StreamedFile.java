package dev.reflux.activities.export;

import dev.reflux.activities.shard.WorkspaceException;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A text file in UTF-8 that is there whole or not at all: written beside its place, forced to the disk, moved in. */
public final class StreamedFile {
    private StreamedFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer file) throws IOException;
    }

    /**
     * Writes or replaces a file. Two writers at once do not disturb each other; the last to finish stays.
     *
     * @throws WorkspaceException if it cannot be written, naming it; what was there before stays
     */
    public static void write(Path file, Content content) {
        Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(file.getParent());
            try {
                writePart(part, content);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new WorkspaceException(
                    "File " + file + " must be writable, got " + e
                            + "; free some space on its disk or give this user the right to its folder, then resume",
                    e);
        }
    }

    private static void writePart(Path part, Content content) throws IOException {
        try (FileOutputStream bytes = new FileOutputStream(part.toFile());
                Writer writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            content.writeTo(writer);
            writer.flush();
            bytes.getFD().sync();
        }
    }
}
