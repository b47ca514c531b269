package dev.reflux.activities.stage.evolve;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.Map;
import java.util.TreeMap;

/** Puts an operation on a sample into a call. What goes before the text is shown, so that it is not asked for again. */
final class OperationPrompt {

    static final String INSTRUCTION = "instruction";
    static final String ANSWER = "answer";

    private static final JsonMapper JSON = new JsonMapper();

    private OperationPrompt() {}

    /** Asks for another instruction. */
    static TeacherCall instruction(Prompt prompt, Sample sample, EvolveSettings settings) {
        return call(prompt, values(sample), INSTRUCTION, settings);
    }

    /** Asks for a better answer to the sample. */
    static TeacherCall answer(Prompt prompt, Sample sample, String answer, EvolveSettings settings) {
        Map<String, String> values = values(sample);
        values.put("answer", TaskPrompt.fenced(answer, "answer"));
        return call(prompt, values, ANSWER, settings);
    }

    private static TeacherCall call(Prompt prompt, Map<String, String> values, String field, EvolveSettings settings) {
        Prompt.Messages messages = prompt.render(values);
        return TeacherCall.of(messages.system(), messages.user(), settings.maxOutputTokens())
                .by(schema(field))
                .sampled(settings.temperature(), null);
    }

    private static Map<String, String> values(Sample sample) {
        Map<String, String> values = new TreeMap<>();
        values.put("context", TaskPrompt.fenced(TaskPrompt.context(sample.task()), "context"));
        values.put("instruction", TaskPrompt.fenced(sample.text(), "instruction"));
        return values;
    }

    private static String schema(String field) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        schema.putObject("properties").putObject(field).put("type", "string");
        schema.putArray("required").add(field);
        return schema.put("additionalProperties", false).toString();
    }
}
