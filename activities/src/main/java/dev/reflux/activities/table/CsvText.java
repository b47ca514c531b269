package dev.reflux.activities.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Comma-separated values (RFC 4180) under the fields of the first row, or of the model. A number or a truth value is written as
 * the text it is in JSON, and nothing at all for null; a list, an object or a field without a column is refused.
 */
final class CsvText implements RowText {

    private static final ObjectWriter VALUES = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writerFor(String[].class)
            .with(CsvSchema.emptySchema().withLineSeparator("\n"));

    private final Path file;
    private List<String> columns;
    private long rows;

    CsvText(Path file, ObjectNode model) {
        this.file = file;
        this.columns = model == null ? null : names(model);
    }

    @Override
    public void write(ObjectNode fields, OutputStream out) throws IOException {
        if (columns == null) {
            columns = names(fields);
        }
        begin(out);
        rows++;
        for (String name : names(fields)) {
            if (!columns.contains(name)) {
                throw refused("must have a column for field '" + name + "'", "columns " + columns);
            }
        }
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            values.add(text(column, fields.get(column)));
        }
        out.write(line(values));
    }

    private void begin(OutputStream out) throws IOException {
        if (rows == 0) {
            for (String column : columns) {
                if (CsvRow.hasLineBreak(column) || Surrogates.firstLone(column) >= 0) {
                    throw refused("must name its columns on one line, in what UTF-8 can hold", column);
                }
            }
            out.write(line(columns));
        }
    }

    @Override
    public void end(OutputStream out) throws IOException {
        if (columns != null) {
            begin(out);
        }
    }

    private String text(String column, JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isContainerNode()) {
            throw refused(
                    "field '" + column + "' must be a plain value", "got a " + (value.isArray() ? "list" : "object"));
        }
        if (Surrogates.firstLone(value.asText()) >= 0) {
            throw refused("field '" + column + "' must be what UTF-8 can hold", "got half a surrogate pair");
        }
        return value.asText();
    }

    private byte[] line(List<String> values) throws JsonProcessingException {
        if (values.size() == 1 && values.get(0).isEmpty()) {
            return "\"\"\n".getBytes(StandardCharsets.US_ASCII);
        }
        return VALUES.writeValueAsString(values.toArray(new String[0])).getBytes(StandardCharsets.UTF_8);
    }

    private TableException refused(String rule, String value) {
        String why = "row " + rows + " " + rule + " (" + value + ")";
        return new TableException(file, why, "write .jsonl instead, or leave the field out", null);
    }

    private static List<String> names(ObjectNode fields) {
        return fields.properties().stream().map(Map.Entry::getKey).toList();
    }
}
