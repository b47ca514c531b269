package dev.reflux.activities.stage.converse;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks a model for the user's next message. It is shown the conversation with the roles swapped: the user's messages as its
 * own, in the form it is to give them, and the assistant's as those it is to react to.
 */
final class UserPrompt {

    static final String MESSAGE = "message";
    static final String DONE = "done";

    private static final Prompt PROMPT =
            Prompt.load(UserPrompt.class, "user.txt", "persona", "goal", "passage", "least");

    private static final String SCHEMA = "{\"type\":\"object\",\"properties\":{\"message\":{\"type\":\"string\"},"
            + "\"done\":{\"type\":\"boolean\"}},\"required\":[\"message\",\"done\"],\"additionalProperties\":false}";

    private static final Pattern LEAKED = Pattern.compile("</?(persona|goal|passage)>");

    private static final JsonMapper JSON = new JsonMapper();

    private UserPrompt() {}

    static String fingerprint() {
        return PROMPT.fingerprint().sha256();
    }

    static boolean isLeakedBy(String message) {
        return LEAKED.matcher(message).find();
    }

    /**
     * Asks for the message that follows.
     *
     * @param turns the conversation so far, which ends with an answer; empty before the first message
     */
    static TeacherCall call(Sample sample, List<Message> turns, ConverseSettings settings) {
        Prompt.Messages messages = PROMPT.render(values(sample, settings));
        List<Message> seen = new ArrayList<>();
        seen.add(Message.user(messages.user()));
        turns.forEach(turn -> seen.add(swapped(turn)));
        String last = seen.remove(seen.size() - 1).content();
        return TeacherCall.of(messages.system(), last, settings.maxUserTokens())
                .after(seen)
                .by(SCHEMA)
                .sampled(settings.temperature(), null)
                .about(sample.id());
    }

    private static Map<String, String> values(Sample sample, ConverseSettings settings) {
        Task task = sample.task();
        String goal = Stream.of(settings.goal(), settings.text() == TextPart.GOAL ? sample.text() : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return Map.of(
                "persona", fenced(task.persona(), "persona"),
                "goal", fenced(goal, "goal"),
                "passage", fenced(task.passage(), "passage"),
                "least", String.valueOf(settings.turns().least()));
    }

    private static Message swapped(Message turn) {
        return turn.role() == Message.Role.USER
                ? Message.assistant(JSON.createObjectNode()
                        .put(MESSAGE, turn.content())
                        .put(DONE, false)
                        .toString())
                : Message.user(turn.content());
    }

    private static String fenced(String text, String fence) {
        return text == null ? "" : TaskPrompt.fenced(text, fence);
    }
}
