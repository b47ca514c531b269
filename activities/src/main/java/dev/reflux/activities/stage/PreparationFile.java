package dev.reflux.activities.stage;

import dev.reflux.activities.shard.WorkspaceException;
import dev.reflux.config.PlanJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The JSON files that preparations leave: written whole and moved into place, the same content as the same bytes. */
public final class PreparationFile {

    private PreparationFile() {}

    /** @throws WorkspaceException if it cannot be written, naming the file */
    public static void write(Path file, Object content) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
            try {
                Files.write(draft, PlanJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new WorkspaceException("Preparation " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** @throws WorkspaceException if it is missing or cannot be read, naming the file */
    public static <T> T read(Path file, Class<T> type) {
        try {
            return PlanJson.mapper().readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new WorkspaceException(
                    "Preparation " + file + " cannot be read: " + e.getMessage() + "; delete it and resume", e);
        }
    }
}
