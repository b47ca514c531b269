package dev.reflux.activities.stage.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks for questions about a passage, and reads them. */
final class PassagePrompt {

    private static final String LIST = "questions";
    private static final String QUESTION = "question";
    private static final String ANSWER = "answer";
    private static final String QUOTE = "quote";

    private static final Prompt PROMPT =
            Prompt.load(PassagePrompt.class, "documents.txt", "passage", "number", "language");
    private static final JsonMapper JSON = new JsonMapper();

    private PassagePrompt() {}

    /** A question with its answer and the words of the passage that bear it out. */
    record Cited(String question, String answer, String quote) {}

    static String fingerprint() {
        return PROMPT.fingerprint().sha256();
    }

    /** First draw. */
    static TeacherCall call(String passage, GenerateSettings settings) {
        int number = settings.by().questions();
        Prompt.Messages messages = PROMPT.render(Map.of(
                "passage", passage.replace("</passage>", "< /passage>"),
                "number", String.valueOf(number),
                "language", settings.languageName()));
        return settings.call(messages).by(schema(number));
    }

    /** The questions, those beyond the number wanted left out; none where the passage holds nothing to ask about. */
    static Reading<List<Cited>> read(Answer answer, int wanted) {
        return Replies.json(answer).then(object -> listed(object.path(LIST), wanted));
    }

    /** One that lacks a part is left out, as long as another does not. */
    private static Reading<List<Cited>> listed(JsonNode list, int wanted) {
        List<Cited> cited = new ArrayList<>();
        for (JsonNode item : list) {
            Reading<String> question = Replies.text(item, QUESTION);
            Reading<String> answer = Replies.text(item, ANSWER);
            Reading<String> quote = Replies.text(item, QUOTE);
            if (question.isUsable() && answer.isUsable() && quote.isUsable() && cited.size() < wanted) {
                cited.add(new Cited(question.value(), answer.value(), quote.value()));
            }
        }
        boolean isBroken = !list.isArray() || cited.isEmpty() && !list.isEmpty();
        return isBroken ? Reading.none(Reasons.WRONG_SHAPE) : Reading.of(cited);
    }

    private static String schema(int number) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode list = schema.putObject("properties").putObject(LIST).put("type", "array");
        ObjectNode item = list.putObject("items").put("type", "object");
        ObjectNode parts = item.putObject("properties");
        ArrayNode required = item.putArray("required");
        for (String part : List.of(QUESTION, ANSWER, QUOTE)) {
            parts.putObject(part).put("type", "string");
            required.add(part);
        }
        item.put("additionalProperties", false);
        list.put("maxItems", number);
        schema.putArray("required").add(LIST);
        return schema.put("additionalProperties", false).toString();
    }
}
