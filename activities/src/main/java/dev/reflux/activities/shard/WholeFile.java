package dev.reflux.activities.shard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file whole and moves it into place: under its final name there is all of it, or what was there before. */
public final class WholeFile {

    private WholeFile() {}

    /** @throws WorkspaceException if it cannot be written, naming it */
    public static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName(), ".draft");
            try {
                writeDurably(draft, content);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new WorkspaceException(
                    "Cannot write " + file + ": " + e.getMessage() + "; check free space and rights of the workspace", e);
        }
    }

    private static void writeDurably(Path draft, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
