package dev.reflux.activities.export;

import dev.reflux.config.Export;
import java.nio.file.Path;
import java.util.List;

/**
 * An export that was written.
 *
 * @param columns names of the fields that its rows have, in their order
 * @param rows rows it holds
 * @param refused conversations that its chat template refused and that are not in it
 * @param refusal why it refused the first of them; null where there is none
 */
public record ExportedFile(Export export, Path file, List<String> columns, long rows, long refused, String refusal) {
    public ExportedFile {
        columns = List.copyOf(columns);
    }
}
