package dev.reflux.activities.stage.generate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the demand for new instructions into a call. */
final class InstructionPrompt {

    static final String FIELD = "instructions";

    private static final Prompt PROMPT =
            Prompt.load(InstructionPrompt.class, "generate.txt", "tasks", "number", "language");
    private static final JsonMapper JSON = new JsonMapper();

    private InstructionPrompt() {}

    static String fingerprint() {
        return PROMPT.fingerprint().sha256();
    }

    /** Asks for so many instructions, first draw. */
    static TeacherCall call(List<String> tasks, int number, GenerateSettings settings) {
        Prompt.Messages messages = PROMPT.render(Map.of(
                "tasks", tasks.stream().map(InstructionPrompt::shown).collect(Collectors.joining("\n")),
                "number", String.valueOf(number),
                "language", settings.languageName()));
        return settings.call(messages).by(schema(number));
    }

    /** A task that closes its own fence could pass the rest of itself off as an instruction. */
    private static String shown(String task) {
        return "<task>\n" + task.replace("</task>", "< /task>") + "\n</task>";
    }

    private static String schema(int number) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode list = schema.putObject("properties").putObject(FIELD).put("type", "array");
        list.putObject("items").put("type", "string");
        list.put("minItems", number).put("maxItems", number);
        schema.putArray("required").add(FIELD);
        return schema.put("additionalProperties", false).toString();
    }
}
