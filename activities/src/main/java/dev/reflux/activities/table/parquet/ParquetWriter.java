package dev.reflux.activities.table.parquet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.shard.PartFile;
import dev.reflux.activities.table.JsonRow;
import dev.reflux.activities.table.RowWriter;
import dev.reflux.activities.table.TableException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes rows as JSON beside the file, looking at their types, and has DuckDB make Parquet of them once all types are known. */
final class ParquetWriter implements RowWriter {

    private static final int BUFFER = 1 << 16;
    private static final int SLACK = 1 << 10;

    private final Path file;
    private final PartFile lines;
    private final PartFile part;
    private final OutputStream out;
    private final Column all = new Column();
    private long rows;
    private int longest;

    ParquetWriter(Path file, ObjectNode model) {
        this.file = file;
        this.lines = PartFile.of(file);
        this.part = PartFile.of(file);
        if (model != null) {
            take(model);
        }
        try {
            out = new BufferedOutputStream(lines.out(), BUFFER);
        } catch (IOException e) {
            throw TableException.unwritable(file, e);
        }
    }

    @Override
    public void write(ObjectNode fields) {
        rows++;
        take(fields);
        byte[] line = JsonRow.write(fields);
        longest = Math.max(longest, line.length);
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw TableException.unwritable(file, e);
        }
    }

    private void take(ObjectNode fields) {
        try {
            all.take("", fields);
        } catch (UnholdableException e) {
            throw new TableException(
                    file, "row " + rows + " " + e.getMessage(), "write .jsonl instead, or make the rows alike", null);
        }
    }

    @Override
    public void commit() {
        if (all.fields().isEmpty()) {
            String why = "must have at least one column, got " + rows + " rows without any field";
            throw new TableException(file, why, "write .jsonl instead", null);
        }
        try {
            out.close();
        } catch (IOException e) {
            throw TableException.unwritable(file, e);
        }
        try (Connection database = DuckDb.open(file)) {
            DuckDb.run(database, List.of(copy()));
        } catch (SQLException e) {
            throw DuckDb.failed(file, "must be written as Parquet", e);
        }
        part.moveIn();
    }

    private String copy() {
        StringBuilder columns = new StringBuilder();
        all.fields().forEach((name, column) -> columns.append(columns.isEmpty() ? "" : ", ")
                .append(DuckDb.quoted(name))
                .append(": ")
                .append(DuckDb.quoted(column.sql())));
        return "COPY (SELECT * FROM read_json(" + DuckDb.literal(lines.path())
                + ", format = 'newline_delimited', compression = 'none', maximum_object_size = " + (longest + SLACK)
                + ", columns = {" + columns + "})) TO " + DuckDb.quoted(part.path())
                + " (FORMAT parquet, COMPRESSION zstd)";
    }

    @Override
    public void close() {
        lines.close();
        part.close();
    }
}
