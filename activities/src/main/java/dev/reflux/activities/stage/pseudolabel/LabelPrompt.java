package dev.reflux.activities.stage.pseudolabel;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the question "which label?" into a call, with or without the demand to state a confidence. */
final class LabelPrompt {

    static final Prompt LABEL =
            Prompt.load(LabelPrompt.class, "label.txt", "instruction", "labels", "examples", "text");
    static final Prompt LABEL_VERBAL =
            Prompt.load(LabelPrompt.class, "label-verbal.txt", "instruction", "labels", "examples", "text");

    private static final JsonMapper JSON = new JsonMapper();

    private final Prompt prompt;
    private final String instruction;
    private final LabelSet labels;
    private final String schema;

    LabelPrompt(ConfidenceMethod method, String instruction, LabelSet labels) {
        this.prompt = method == ConfidenceMethod.VERBAL ? LABEL_VERBAL : LABEL;
        this.instruction = instruction == null ? "" : instruction.strip();
        this.labels = labels;
        this.schema = schema(labels, method == ConfidenceMethod.VERBAL);
    }

    String fingerprint() {
        return prompt.fingerprint().sha256();
    }

    TeacherCall call(String text, List<Example> examples, Draw draw) {
        Prompt.Messages messages = prompt.render(Map.of(
                "instruction", instruction,
                "labels", labels.labels().stream().map(label -> "- " + label).collect(Collectors.joining("\n")),
                "examples", examples.stream().map(LabelPrompt::shown).collect(Collectors.joining("\n")),
                "text", fenced(text)));
        return new TeacherCall(
                messages.system(),
                messages.user(),
                schema,
                draw.temperature(),
                draw.maxOutputTokens(),
                draw.logprobs(),
                draw.index());
    }

    /** How one answer is drawn; {@code index} tells several draws for one text apart, from 0. */
    record Draw(double temperature, int maxOutputTokens, boolean logprobs, int index) {}

    private static String shown(Example example) {
        return "<text>\n" + fenced(example.text()) + "\n</text>\nlabel: " + example.label();
    }

    /** A text that closes its own fence could pass the rest of itself off as an instruction. */
    private static String fenced(String text) {
        return text.replace("</text>", "< /text>");
    }

    private static String schema(LabelSet labels, boolean withConfidence) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ObjectNode label = properties.putObject("label").put("type", "string");
        labels.labels().forEach(label.putArray("enum")::add);
        if (withConfidence) {
            properties.putObject("confidence").put("type", "number");
        }
        properties.fieldNames().forEachRemaining(schema.withArray("required")::add);
        return schema.put("additionalProperties", false).toString();
    }
}
