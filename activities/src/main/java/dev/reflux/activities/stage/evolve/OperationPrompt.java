package dev.reflux.activities.stage.evolve;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts an operation on a sample into a call. What goes before the text is shown, so that it is not asked for again. */
final class OperationPrompt {

    static final String INSTRUCTION = "instruction";
    static final String ANSWER = "answer";
    private static final String PLAN = "plan";

    private static final JsonMapper JSON = new JsonMapper();

    private OperationPrompt() {}

    /** Asks for another instruction. */
    static TeacherCall instruction(Method method, Sample sample, EvolveSettings settings) {
        Map<String, String> values = values(sample, settings);
        if (method.text() == null) {
            return call(method.prompt(), values, List.of(INSTRUCTION), settings).about(sample.id());
        }
        values.put("method", method.text());
        return call(method.prompt(), values, List.of(PLAN, INSTRUCTION), settings)
                .about(sample.id());
    }

    /** Asks for a better answer to the sample. */
    static TeacherCall answer(Method method, Sample sample, String answer, EvolveSettings settings) {
        Map<String, String> values = values(sample, settings);
        values.put("answer", TaskPrompt.fenced(answer, "answer"));
        return call(method.prompt(), values, List.of(ANSWER), settings).about(sample.id());
    }

    private static TeacherCall call(
            Prompt prompt, Map<String, String> values, List<String> fields, EvolveSettings settings) {
        Prompt.Messages messages = prompt.render(values);
        return TeacherCall.of(messages.system(), messages.user(), settings.maxOutputTokens())
                .by(schema(fields))
                .sampled(settings.temperature(), null);
    }

    private static Map<String, String> values(Sample sample, EvolveSettings settings) {
        Map<String, String> values = new TreeMap<>();
        values.put("context", TaskPrompt.fenced(TaskPrompt.context(sample.task()), "context"));
        values.put("instruction", TaskPrompt.fenced(sample.text(), "instruction"));
        values.put("language", settings.what().languageName());
        return values;
    }

    /** An object of texts, all of them wanted, in this order. */
    static String schema(List<String> fields) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        fields.forEach(field -> properties.putObject(field).put("type", "string"));
        ArrayNode required = schema.putArray("required");
        fields.forEach(required::add);
        return schema.put("additionalProperties", false).toString();
    }
}
