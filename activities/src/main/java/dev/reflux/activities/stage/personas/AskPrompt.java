package dev.reflux.activities.stage.personas;

import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.Map;
import java.util.regex.Pattern;

/** Has an instruction asked by a persona. */
final class AskPrompt {

    private static final Prompt PROMPT = Prompt.load(AskPrompt.class, "ask.txt", "context", "persona", "instruction");

    private static final String FIELD = "instruction";

    private static final String SCHEMA = "{\"type\":\"object\",\"properties\":{\"instruction\":{\"type\":\"string\"}},"
            + "\"required\":[\"instruction\"],\"additionalProperties\":false}";

    private static final Pattern LEAKED = Pattern.compile("</?(context|persona|instruction)>");

    private AskPrompt() {}

    static String fingerprint() {
        return PROMPT.fingerprint().sha256();
    }

    static TeacherCall call(Sample sample, String persona, PersonasSettings settings) {
        Prompt.Messages messages = PROMPT.render(Map.of(
                "context", TaskPrompt.fenced(TaskPrompt.context(sample.task()), "context"),
                "persona", TaskPrompt.fenced(persona, "persona"),
                "instruction", TaskPrompt.fenced(sample.text(), "instruction")));
        return TeacherCall.of(messages.system(), messages.user(), settings.maxOutputTokens())
                .by(SCHEMA)
                .sampled(settings.temperature(), null)
                .about(sample.id());
    }

    /** The instruction as the persona asks it. */
    static Reading<String> read(Answer answer) {
        return Replies.json(answer)
                .then(object -> Replies.text(object, FIELD))
                .then(text -> LEAKED.matcher(text).find() ? Reading.none(Reasons.PROMPT_LEAKED) : Reading.of(text));
    }
}
