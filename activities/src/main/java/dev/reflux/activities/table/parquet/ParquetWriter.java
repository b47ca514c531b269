package dev.reflux.activities.table.parquet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.shard.PartFile;
import dev.reflux.activities.shard.WholeFile;
import dev.reflux.activities.table.RowWriter;
import dev.reflux.activities.table.TableException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** Writes rows as JSON beside the file, looking at their types, and has DuckDB make Parquet of them once all types are known. */
final class ParquetWriter implements RowWriter {

    private static final int SLACK = 1 << 10;

    /** DuckDB reads into buffers of twice the longest row, one a thread; beyond this its memory may not hold two. */
    private static final int LONGEST_FOR_TWO = 16 << 20;

    private final Path file;
    private final StagedRows staged;
    private final PartFile part;
    private final Column all = Column.ofRows();
    private CompletableFuture<Connection> opening;
    private long rows;
    private boolean finished;

    /**
     * Begins a file.
     *
     * @param model a row that is counted in when columns are looked for; null for none
     * @param size about how many bytes of rows, as JSON, make a row group
     */
    ParquetWriter(Path file, ObjectNode model, int size) {
        this.file = file;
        this.part = PartFile.of(file);
        if (model != null) {
            take(model);
        }
        try {
            this.staged = new StagedRows(file, size);
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    @Override
    public void write(ObjectNode fields) {
        if (opening == null) {
            opening = DuckDb.opening(file);
        }
        rows++;
        take(fields);
        try {
            staged.write(fields);
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    private void take(ObjectNode fields) {
        try {
            all.take(fields);
        } catch (UnholdableException e) {
            throw new TableException(
                    file, "row " + rows + " " + e.getMessage(), "write .jsonl instead, or make the rows alike", null);
        }
    }

    @Override
    public void finish() {
        if (finished) {
            return;
        }
        if (all.fields().isEmpty()) {
            String why = "must have at least one column, got " + rows + " rows without any field";
            throw new TableException(file, why, "write .jsonl instead", null);
        }
        try {
            staged.finish();
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
        try (Connection database = opened()) {
            DuckDb.run(database, statements());
        } catch (SQLException e) {
            throw DuckDb.unwritten(file, e);
        }
        finished = true;
    }

    @Override
    public void commit() {
        finish();
        part.moveIn();
    }

    private Connection opened() {
        if (opening == null) {
            return DuckDb.open(file);
        }
        try {
            return opening.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof TableException known ? known : e;
        }
    }

    private List<String> statements() {
        List<String> statements = new ArrayList<>();
        if (staged.longest() > LONGEST_FOR_TWO) {
            statements.add("SET threads = 1");
        }
        statements.add("COPY (" + every() + ") TO " + DuckDb.quoted(part.path())
                + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE " + staged.most() + ")");
        return statements;
    }

    private String every() {
        String files = staged.paths().stream().map(DuckDb::literal).collect(Collectors.joining(", ", "[", "]"));
        String columns = all.fields().entrySet().stream()
                .map(field -> DuckDb.quoted(field.getKey()) + ": "
                        + DuckDb.quoted(field.getValue().sql()))
                .collect(Collectors.joining(", ", "{", "}"));
        return "SELECT * FROM read_json(" + files + ", format = 'newline_delimited', compression = 'none',"
                + " records = 'true', hive_partitioning = false, maximum_object_size = " + (staged.longest() + SLACK)
                + ", columns = "
                + columns + ")";
    }

    @Override
    public void close() {
        if (opening != null) {
            opening.thenAccept(database -> DuckDb.close(database, file));
        }
        try (part) {
            staged.close();
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }
}
