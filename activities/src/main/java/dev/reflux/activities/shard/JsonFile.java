package dev.reflux.activities.shard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A record in a JSON file of its own, indented for human eyes. The same record gives the same bytes. */
public final class JsonFile {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonFile() {}

    /** @throws WorkspaceException if it cannot be written, naming it */
    public static void write(Path file, Object content) {
        try {
            WholeFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + content.getClass().getName() + " as JSON", e);
        }
    }

    /**
     * @throws ShardCorruptException if it does not hold such a record
     * @throws WorkspaceException if it cannot be read
     */
    public static <T> T read(Path file, Class<T> type) {
        try {
            return JSON.readValue(Files.readAllBytes(file), type);
        } catch (JsonProcessingException e) {
            throw new ShardCorruptException(file + " must hold a " + type.getSimpleName()
                    + ", but cannot be read: " + e.getOriginalMessage() + "; delete it and run the round again", e);
        } catch (IOException e) {
            throw new WorkspaceException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
