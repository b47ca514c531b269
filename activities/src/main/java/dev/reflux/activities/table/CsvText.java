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
            throw refused("must hold plain values, got a " + (value.isArray() ? "list" : "object"), column);
        }
        if (Surrogates.firstLone(value.asText()) >= 0) {
            throw refused("must hold what UTF-8 can, got half a surrogate pair", column);
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
        return new TableException("CSV file " + file + " row " + rows + " " + rule + " (" + value
                + "); write .jsonl instead, or leave the field out");
    }

    private static List<String> names(ObjectNode fields) {
        return fields.properties().stream().map(Map.Entry::getKey).toList();
    }
}
