package dev.reflux.activities.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;

/** A row of comma-separated values under a header; every value is text, and one that is not there is empty text. */
final class CsvRow implements RowFormat {

    private static final String RULE = "must be CSV under a header row";
    private static final String REMEDY =
            "quote fields that hold commas, quotes or line breaks, and double the quotes in them";

    private static final ObjectReader VALUES =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build().readerFor(String[].class);

    private final List<String> columns;

    private CsvRow(List<String> columns) {
        this.columns = columns;
    }

    /** @param header the file's first record */
    static CsvRow under(byte[] header) throws InvalidRowException {
        List<String> columns = List.of(values(header));
        if (new HashSet<>(columns).size() < columns.size()) {
            throw InvalidRowException.of(
                    "must name each column once in its header, for no row can be read otherwise",
                    columns.toString(),
                    "rename one of them");
        }
        if (columns.stream().anyMatch(CsvRow::hasLineBreak)) {
            throw InvalidRowException.of(
                    "must have its header on one line, for a quote that is never closed would make a header of every row",
                    columns.toString(),
                    "rename the column, or close its quote");
        }
        return new CsvRow(columns);
    }

    static boolean hasLineBreak(String column) {
        return column.indexOf('\n') >= 0 || column.indexOf('\r') >= 0;
    }

    @Override
    public ObjectNode read(byte[] piece) throws InvalidRowException {
        String[] values = values(piece);
        if (values.length != columns.size()) {
            String found = values.length > columns.size() ? "Too many entries" : "Too few entries";
            throw InvalidRowException.of(RULE, found + ": " + values.length + " for " + columns.size(), REMEDY);
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int column = 0; column < values.length; column++) {
            fields.put(columns.get(column), values[column]);
        }
        return fields;
    }

    private static String[] values(byte[] piece) throws InvalidRowException {
        try (MappingIterator<String[]> rows = VALUES.readValues(RowFormat.text(piece))) {
            String[] values = rows.next();
            if (rows.hasNextValue()) {
                throw InvalidRowException.of(RULE, "a line break in the middle of a row", REMEDY);
            }
            return values;
        } catch (JsonProcessingException e) {
            throw InvalidRowException.of(RULE, e.getOriginalMessage(), REMEDY);
        } catch (IOException | RuntimeException e) {
            throw InvalidRowException.of(RULE, String.valueOf(e.getMessage()), REMEDY);
        }
    }
}
