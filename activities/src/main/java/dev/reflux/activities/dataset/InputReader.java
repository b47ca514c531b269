package dev.reflux.activities.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.table.Row;
import dev.reflux.config.InvalidCampaignException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the records of an input file one by one, in the file's order, with the field names that the campaign maps.
 * A pool's rows that Reflux itself wrote are read whole. Whatever is wrong is an {@link InvalidCampaignException} that names file and line.
 */
final class InputReader {

    /** Name of a sample's text in what Reflux writes. */
    private static final String TEXT = "text";

    private final InputFile file;
    private final Labels labels;
    private final TaskReader tasks;

    InputReader(InputFile file, Labels labels) {
        this.file = file;
        this.labels = labels;
        this.tasks = new TaskReader(file);
    }

    void forEach(Consumer<InputRecord> consumer) {
        new InputRows(file).forEach(new Taken(consumer));
    }

    /** Takes rows until there are as many as the campaign wants. */
    private final class Taken implements Consumer<Row> {

        private final Consumer<InputRecord> consumer;
        private final int wanted = file.grammar().first() == null
                ? Integer.MAX_VALUE
                : file.grammar().first();
        private int taken;

        Taken(Consumer<InputRecord> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void accept(Row row) {
            if (taken < wanted) {
                taken++;
                consumer.accept(record(Math.toIntExact(row.line()), row.fields()));
            }
        }
    }

    private InputRecord record(int line, ObjectNode fields) {
        if (labels == Labels.UNREAD && file.grammar().text().equals(TEXT) && SampleRow.is(fields)) {
            return InputRecord.of(line, sample(line, fields));
        }
        TaskReader.Read read = tasks.read(line, fields);
        String text = read.text() == null ? text(line, fields, file.grammar().text()) : read.text();
        return new InputRecord(line, text, label(line, fields), read.task(), read.answers());
    }

    private Sample sample(int line, ObjectNode fields) {
        text(line, fields, TEXT);
        try {
            return SampleRow.read(fields);
        } catch (JsonProcessingException e) {
            throw file.broken(
                    line,
                    "must be a sample as Reflux writes it, or leave out its id, decision and provenance",
                    e.getOriginalMessage(),
                    "write the line as it was, or leave these fields out");
        }
    }

    private String label(int line, JsonNode fields) {
        String name = file.grammar().label();
        boolean wanted = labels == Labels.REQUIRED || (labels == Labels.OPTIONAL && fields.hasNonNull(name));
        return wanted ? text(line, fields, name) : null;
    }

    private String text(int line, JsonNode fields, String name) {
        JsonNode value = fields.get(name);
        if (value == null) {
            List<String> names = new ArrayList<>();
            fields.fieldNames().forEachRemaining(names::add);
            throw file.broken(
                    line,
                    "needs field '" + name + "'",
                    "fields " + names,
                    "add it, or map it: {path: …, text: …, label: …}");
        }
        if (!value.isTextual()) {
            throw file.broken(line, "field '" + name + "' must be text", value.toString(), "write it as a JSON string");
        }
        if (value.textValue().isBlank()) {
            throw file.broken(
                    line, "field '" + name + "' must not be empty", "\"\"", "fill it in, or remove the record");
        }
        return value.textValue();
    }
}
