package dev.reflux.activities.table.parquet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.table.BadRow;
import dev.reflux.activities.table.RowReader;
import dev.reflux.activities.table.RowWriter;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Parquet files as rows. Parquet has one type for each column and no difference between null and absent: a row read back has no
 * field where it had null, and a whole number reads back as {@code 1.0} where its column also has fractions.
 */
public final class ParquetTables {

    private ParquetTables() {}

    /** @throws dev.reflux.activities.table.TableException if it is no Parquet file, or has columns that JSON has no value for */
    public static RowReader open(Path file, Consumer<BadRow> listener) {
        return new ParquetReader(file, listener);
    }

    /**
     * Creates a file, compressed with zstd.
     *
     * @param model a row that is counted in when columns are looked for; null for none
     */
    public static RowWriter create(Path file, ObjectNode model) {
        return new ParquetWriter(file, model, StagedRows.BYTES);
    }
}
