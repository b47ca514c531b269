package dev.reflux.worker.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Layout;
import dev.reflux.activities.layout.LayoutReader;
import dev.reflux.activities.layout.UnfitRowException;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.BrokenSampleException;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.SampleRow;
import dev.reflux.activities.shard.TextKey;
import dev.reflux.activities.table.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows as samples: those that Reflux wrote whole, others by the layout of their file, and where it has none by the names that
 * texts, labels and answers mostly have. A row's own {@code id} is kept; one without has the key of its text.
 */
final class RowSamples {

    private static final List<String> TEXTS = List.of("text", "instruction", "question", "prompt", "query");
    private static final List<String> ANSWERS = List.of("answers", "answer", "output", "response", "completion");

    private final Path file;
    private final LayoutReader layout;

    /** @param layout empty where the columns tell none */
    RowSamples(Path file, Optional<Layout> layout) {
        this.file = file;
        this.layout = layout.map(LayoutReader::new).orElse(null);
    }

    Sample read(Row row) throws UnreadableRowException {
        ObjectNode fields = row.fields();
        try {
            if (SampleRow.fits(fields)) {
                return SampleRow.read(fields);
            }
            Sample sample = layout == null ? plain(fields) : ExampleSample.of(layout.read(fields));
            String id = fields.path("id").isValueNode() && !fields.path("id").isNull()
                    ? fields.path("id").asText()
                    : TextKey.hex(TextKey.of(sample.text()));
            return sample.named(id).from(new Provenance(file.getFileName() + ":" + row.line(), null, null, 0, null));
        } catch (BrokenSampleException e) {
            throw new UnreadableRowException(e.getMessage() + "; " + e.remedy());
        } catch (UnfitRowException e) {
            throw new UnreadableRowException(e.getMessage());
        }
    }

    private static Sample plain(ObjectNode fields) throws UnreadableRowException {
        String text = null;
        for (String name : TEXTS) {
            text = text == null ? field(fields, name).textValue() : text;
        }
        if (text == null) {
            List<String> names = new ArrayList<>();
            fields.fieldNames().forEachRemaining(names::add);
            throw new UnreadableRowException("needs one of the fields " + String.join(", ", TEXTS)
                    + ", or the columns of a layout, got " + names + "; rename the field that holds the text");
        }
        JsonNode label = field(fields, "label");
        JsonNode confidence = field(fields, "confidence");
        return ExampleSample.of(
                        text,
                        label.isValueNode() && !label.isNull() ? label.asText() : null,
                        confidence.isNumber() ? confidence.asDouble() : null)
                .answered(answers(fields));
    }

    private static List<Answer> answers(ObjectNode fields) {
        List<Answer> answers = new ArrayList<>();
        for (String name : ANSWERS) {
            JsonNode value = field(fields, name);
            for (JsonNode answer : value.isArray() ? value : List.of(value)) {
                if (answer.isTextual()) {
                    answers.add(Answer.of(answer.textValue(), null, null, null));
                }
            }
        }
        return answers;
    }

    /** Whether it is written in capitals or not; missing where there is none. */
    private static JsonNode field(ObjectNode fields, String name) {
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return field.getValue();
            }
        }
        return MissingNode.getInstance();
    }
}
