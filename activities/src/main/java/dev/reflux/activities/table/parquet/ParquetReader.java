package dev.reflux.activities.table.parquet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.table.BadRow;
import dev.reflux.activities.table.Row;
import dev.reflux.activities.table.RowReader;
import dev.reflux.activities.table.TableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Rows of a Parquet file, as the JSON that DuckDB makes of each. */
final class ParquetReader implements RowReader {

    private static final String RULE = "must be a whole Parquet file";

    /** Types whose text would not give the value back. */
    private static final Pattern UNREADABLE = Pattern.compile("\\b(BLOB|BIT|VARIANT|GEOMETRY|UNION|INTERVAL)\\b");

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .readerFor(JsonNode.class);

    private final Path file;
    private final Consumer<BadRow> listener;
    private final Connection database;
    private final ResultSet rows;
    private long row;

    ParquetReader(Path file, Consumer<BadRow> listener) {
        this.file = file;
        this.listener = listener;
        if (!Files.isReadable(file)) {
            throw new TableException(file, "must be there and readable, got nothing", "correct the path", null);
        }
        this.database = DuckDb.open(file);
        try {
            rows = query("SELECT to_json(t) FROM " + source() + " t");
        } catch (SQLException e) {
            close();
            throw DuckDb.failed(file, RULE, e);
        } catch (TableException e) {
            close();
            throw e;
        }
    }

    private String source() throws SQLException {
        String source = "read_parquet(" + DuckDb.literal(file) + ", hive_partitioning = false)";
        try (ResultSet columns = query("DESCRIBE SELECT * FROM " + source)) {
            while (columns.next()) {
                checkType(columns.getString("column_name"), columns.getString("column_type"));
            }
        }
        return source;
    }

    private void checkType(String column, String type) {
        if (UNREADABLE.matcher(type.replaceAll("\"[^\"]*\"", "")).find()) {
            throw new TableException(
                    file,
                    "must hold what JSON can, got column '" + column + "' of type " + type,
                    "leave the column out",
                    null);
        }
    }

    private ResultSet query(String sql) throws SQLException {
        Statement statement = database.createStatement();
        statement.closeOnCompletion();
        return statement.executeQuery(sql);
    }

    @Override
    public Row next() {
        try {
            while (rows.next()) {
                row++;
                ObjectNode fields = read(rows.getString(1));
                if (fields != null) {
                    return new Row(row, fields);
                }
            }
            return null;
        } catch (SQLException e) {
            throw DuckDb.failed(file, RULE, e);
        }
    }

    private ObjectNode read(String json) {
        try {
            ObjectNode fields = (ObjectNode) JSON.<JsonNode>readValue(json);
            dropNulls(fields);
            return fields;
        } catch (JsonProcessingException e) {
            listener.accept(new BadRow(
                    file,
                    row,
                    "must hold what JSON can, got " + e.getOriginalMessage(),
                    "write null for numbers that are none"));
            return null;
        }
    }

    private static void dropNulls(JsonNode value) {
        if (value.isObject()) {
            value.properties().removeIf(field -> field.getValue().isNull());
        }
        for (Iterator<JsonNode> parts = value.elements(); parts.hasNext(); ) {
            dropNulls(parts.next());
        }
    }

    @Override
    public void close() {
        DuckDb.close(database, file);
    }
}
