package dev.reflux.activities.dataset;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;

/** Comma-separated values under a header row (RFC 4180): quoted fields may hold commas, quotes and line breaks. */
final class CsvRows implements InputRows {

    private static final ObjectReader CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build()
            .readerFor(JsonNode.class)
            .with(CsvSchema.emptySchema().withHeader());

    private final InputFile file;

    CsvRows(InputFile file) {
        this.file = file;
    }

    @Override
    public void forEach(BufferedReader text, RowConsumer consumer) throws IOException {
        int line = 1;
        try (MappingIterator<JsonNode> rows = CSV.readValues(text)) {
            JsonParser parser = rows.getParser();
            while (rows.hasNextValue()) {
                line = parser.currentLocation().getLineNr();
                consumer.accept(line, rows.nextValue());
            }
        } catch (JsonProcessingException e) {
            // The row that was begun, not where the parser gave up: a quote that is never closed runs to the end.
            throw file.broken(
                    line,
                    "must be CSV under a header row",
                    e.getOriginalMessage(),
                    "quote fields that hold commas," + " quotes or line breaks, and double the quotes in them");
        }
    }
}
