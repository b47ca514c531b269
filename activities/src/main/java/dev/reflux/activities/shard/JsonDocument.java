package dev.reflux.activities.shard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.reflux.config.PlanJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JSON file that is only ever there whole: a plan, a preparation, a summary. The same value gives the same bytes, with
 * records in the order of their components and maps in the order of their keys. Safe for many threads.
 */
public record JsonDocument(Path file) {

    /** As plans travel, but with every key there and in order, so that a file shows its whole form. */
    static final ObjectMapper MAPPER = PlanJson.mapper()
            .copy()
            .setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS)
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

    private static final ObjectWriter PRETTY = MAPPER.writer(
            new DefaultPrettyPrinter().withObjectIndenter(TWO_SPACES).withArrayIndenter(TWO_SPACES));

    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * Writes a value whole, over what was there before.
     *
     * @throws WorkspaceException if it cannot be written; what was there before stays
     */
    public void write(Object value) {
        WholeFile.write(file, bytes(value));
    }

    /** What is written of a value. */
    static byte[] bytes(Object value) {
        try {
            return (PRETTY.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    /**
     * Reads the value.
     *
     * @throws ShardCorruptException if the file is missing, or is not such a value
     * @throws WorkspaceException if it cannot be read
     */
    public <T> T read(Class<T> type) {
        if (!exists()) {
            throw new ShardCorruptException("File " + file + " must be there, and is missing; " + JsonlShardSet.REMEDY);
        }
        try {
            return MAPPER.readValue(Files.readAllBytes(file), type);
        } catch (JsonProcessingException e) {
            throw new ShardCorruptException(
                    "File " + file + " must be JSON for " + type.getSimpleName() + ", and is not; "
                            + JsonlShardSet.REMEDY,
                    e);
        } catch (IOException e) {
            throw WholeFile.unreadable(file, e);
        }
    }
}
