package dev.reflux.activities.export;

import dev.reflux.activities.shard.WholeFile;
import dev.reflux.activities.shard.WorkspaceException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

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
        WholeFile.write(file, bytes -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
            content.writeTo(writer);
            writer.flush();
        });
    }
}
