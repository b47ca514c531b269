package dev.reflux.activities.judging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.teacher.TeacherDesk;

/** The JSON object a judge replies with, its reasons before its value: asked for, shown and read from one description. */
public final class ReasonedForm {

    private static final String RATIONALE = "rationale";
    private static final JsonMapper JSON = new JsonMapper();

    private final String field;
    private final ObjectNode type;
    private final String words;
    private final boolean hasRationale;

    /**
     * @param field that holds the value
     * @param type JSON Schema of the value
     * @param words what the value may be, as a prompt says it
     * @param hasRationale true if the reasons come first
     */
    public ReasonedForm(String field, ObjectNode type, String words, boolean hasRationale) {
        this.field = field;
        this.type = type.deepCopy();
        this.words = words;
        this.hasRationale = hasRationale;
    }

    /**
     * What a reply holds.
     *
     * @param value as it stands there; a missing node where there is none
     * @param rationale null where none is asked for
     */
    public record Reasoned(JsonNode value, String rationale) {}

    /** JSON Schema of a reply. */
    public String schema() {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.createArrayNode();
        if (hasRationale) {
            properties.putObject(RATIONALE).put("type", "string");
            required.add(RATIONALE);
        }
        properties.set(field, type.deepCopy());
        schema.set("required", required.add(field));
        return schema.put("additionalProperties", false).toString();
    }

    /** A reply as a prompt shows it. */
    public String shown() {
        String rationale = hasRationale ? "\"" + RATIONALE + "\": \"why, in at most three sentences\", " : "";
        return "{" + rationale + "\"" + field + "\": " + words + "}";
    }

    /** What a reply holds, or why it cannot be read. */
    public Reading<Reasoned> read(TeacherDesk.Answer reply) {
        return Replies.json(reply).then(object -> {
            Reading<String> rationale = hasRationale ? Replies.text(object, RATIONALE) : new Reading<>(null, null);
            return rationale.then(why -> Reading.of(new Reasoned(object.path(field), why)));
        });
    }
}
