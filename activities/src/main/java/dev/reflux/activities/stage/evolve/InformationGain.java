package dev.reflux.activities.stage.evolve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.Map;

/**
 * The first elimination rule of Evol-Instruct: a teacher finds parent and child equal. Other than in the paper's wording, a
 * change of subject counts as a difference, or the in-breadth operation would be eliminated for doing what it must.
 */
final class InformationGain {

    private static final Prompt PROMPT = Prompt.load(InformationGain.class, "compare.txt", "first", "second");

    private static final String FIELD = "equal";

    private static final String SCHEMA = "{\"type\":\"object\",\"properties\":{\"equal\":{\"type\":\"boolean\"}},"
            + "\"required\":[\"equal\"],\"additionalProperties\":false}";

    private InformationGain() {}

    static String fingerprint() {
        return PROMPT.fingerprint().sha256();
    }

    static TeacherCall call(Evolved evolved, EvolveSettings settings) {
        Prompt.Messages messages = PROMPT.render(Map.of(
                "first",
                TaskPrompt.fenced(evolved.parent().text(), "first"),
                "second",
                TaskPrompt.fenced(evolved.text(), "second")));
        return TeacherCall.of(messages.system(), messages.user(), settings.maxOutputTokens())
                .by(SCHEMA)
                .about(evolved.parent().id());
    }

    /** True; or why there is no gain that is known of. */
    static Reading<Boolean> read(Answer answer) {
        return Replies.json(answer).then(InformationGain::gain);
    }

    private static Reading<Boolean> gain(JsonNode object) {
        JsonNode equal = object.path(FIELD);
        if (!equal.isBoolean()) {
            return Reading.none(Reasons.WRONG_SHAPE);
        }
        return equal.booleanValue() ? Reading.none(Elimination.NO_GAIN) : Reading.of(true);
    }
}
