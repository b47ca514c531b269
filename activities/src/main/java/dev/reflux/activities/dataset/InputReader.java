package dev.reflux.activities.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.shard.BrokenSampleException;
import dev.reflux.activities.shard.SampleRow;
import dev.reflux.activities.table.Row;
import dev.reflux.config.InvalidCampaignException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the records of an input file one by one, in the file's order, with the field names that the campaign maps.
 * Whatever is wrong is an {@link InvalidCampaignException} that names file and line.
 */
final class InputReader {

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

    private InputRecord record(int line, JsonNode fields) {
        if (SampleRow.fits(fields)) {
            return whole(line, fields);
        }
        TaskReader.Read read = tasks.read(line, fields);
        String text = read.text() == null ? text(line, fields, file.grammar().text()) : read.text();
        return new InputRecord(line, text, label(line, fields), read.task(), read.answers());
    }

    /** A sample that Reflux wrote keeps all it has, whatever the campaign maps. */
    private InputRecord whole(int line, JsonNode fields) {
        try {
            InputRecord read = InputRecord.of(line, SampleRow.read(fields));
            if (labels == Labels.REQUIRED && read.label() == null) {
                throw file.broken(line, "needs a label", "a sample without one", "label it, or leave the sample out");
            }
            return read;
        } catch (BrokenSampleException e) {
            throw file.broken(line, e.getMessage(), e.remedy());
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
