package dev.reflux.activities.teacher.reward;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.teacher.SpentQuota;
import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.activities.teacher.TeacherRefusedException;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.activities.teacher.chat.Connection;
import dev.reflux.activities.teacher.chat.JsonPost;
import dev.reflux.config.Environment;
import dev.reflux.config.TeacherPlan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A reward model behind a URL. Posts {@code {"model", "messages", "prompt", "response"}}, the answer being both the last
 * message and the response, and reads one number; the reply's text is that number.
 */
public final class RewardTeacher implements Teacher {

    /** Reason of a refusal: there is something else than a number where the score should be. */
    static final String NO_SCORE = "no-score";

    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;
    private final JsonPost post;
    private final JsonPointer scoreAt;

    private RewardTeacher(Connection connection, String scoreAt) {
        this.connection = connection;
        this.post = new JsonPost(connection);
        this.scoreAt = JsonPointer.compile(scoreAt);
    }

    /**
     * Opens a reward model; nothing is sent yet.
     *
     * @throws TeacherMisconfiguredException if a variable, the model or the URL is missing or malformed
     */
    public static RewardTeacher open(TeacherPlan plan, Environment environment) {
        return new RewardTeacher(Connection.of(plan, environment), plan.scorePointer());
    }

    @Override
    public String identity() {
        return connection.identity() + " " + scoreAt;
    }

    @Override
    public String model() {
        return connection.model();
    }

    @Override
    public Optional<SpentQuota> takeSpentQuota() {
        return connection.quotas().takeSpent();
    }

    /** @param call as {@link RewardCall} makes it */
    @Override
    public TeacherReply ask(TeacherCall call) {
        JsonNode answer = post.send(connection.baseUrl(), body(call));
        return new TeacherReply(
                score(answer),
                TeacherReply.Finish.STOP,
                answer.path("usage").path("prompt_tokens").asLong(0),
                0,
                0,
                List.of());
    }

    private ObjectNode body(TeacherCall call) {
        ObjectNode body = JSON.createObjectNode().put("model", connection.model());
        ArrayNode messages = body.putArray("messages");
        if (call.system() != null) {
            messages.add(message(Message.Role.SYSTEM, call.system()));
        }
        call.history().forEach(turn -> messages.add(message(turn.role(), turn.content())));
        messages.add(message(Message.Role.ASSISTANT, call.user()));
        String prompt = call.history().isEmpty()
                ? ""
                : call.history().get(call.history().size() - 1).content();
        return body.put("prompt", prompt).put("response", call.user());
    }

    private static ObjectNode message(Message.Role role, String content) {
        return JSON.createObjectNode()
                .put("role", role.name().toLowerCase(Locale.ROOT))
                .put("content", content);
    }

    private String score(JsonNode answer) {
        JsonNode score = answer.at(scoreAt);
        if (score.isMissingNode()) {
            throw new TeacherMisconfiguredException(
                    subject() + " must answer with a score at " + scoreAt
                            + ", got an answer without it; correct scoreAt",
                    null);
        }
        if (!score.isNumber() || !Double.isFinite(score.doubleValue())) {
            throw new TeacherRefusedException(
                    NO_SCORE,
                    subject() + " must answer with a number at " + scoreAt + ", got "
                            + score.getNodeType().name().toLowerCase(Locale.ROOT) + "; this question is left out",
                    null);
        }
        return String.valueOf(score.doubleValue());
    }

    private String subject() {
        return connection.subject();
    }
}
