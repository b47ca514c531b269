package dev.reflux.activities.teacher.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.activities.teacher.TeacherReply.Finish;
import dev.reflux.config.Provider;
import java.util.List;

/**
 * OpenAI's older completions, as vLLM, SGLang, llama.cpp and TGI serve them: raw text in, what the model goes on with out.
 *
 * <p>A server's last word may be the stop itself: it is cut off. A text that is scored is echoed, and one token more is asked for,
 * because some servers take none for as many as they like.
 */
final class Completions {

    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;
    private final JsonPost post;

    Completions(Connection connection) {
        this.connection = connection;
        this.post = new JsonPost(connection);
    }

    /** @param call made by {@link TeacherCall#continuing} */
    TeacherReply ask(TeacherCall call) {
        if (connection.provider() != Provider.OPENAI || connection.baseUrl() == null) {
            throw new TeacherMisconfiguredException(
                    connection.subject() + " must go on with raw text, which only a server of one's own does; write"
                            + " provider: openai and the server's baseUrl",
                    null);
        }
        JsonNode answer = post.send(connection.baseUrl() + "/completions", body(call));
        JsonNode choice = answer.path("choices").path(0);
        if (!choice.path("text").isTextual()) {
            throw new TeacherBusyException(
                    connection.subject() + " sent an answer without choices[0].text; ask again later", null, null);
        }
        JsonNode usage = answer.path("usage");
        long asked = usage.path("prompt_tokens").asLong(0);
        boolean isScored = call.continuation().scoredFrom() != null;
        String text =
                beforeStop(choice.path("text").textValue(), call.continuation().stops());
        return new TeacherReply(
                isScored ? "" : text,
                finish(choice.path("finish_reason").asText()),
                asked,
                usage.at("/prompt_tokens_details/cached_tokens").asLong(0),
                usage.path("completion_tokens").asLong(0),
                isScored ? new EchoedTokens(connection, choice.path("logprobs"), asked).of(call) : List.of());
    }

    private ObjectNode body(TeacherCall call) {
        ObjectNode body = JSON.createObjectNode()
                .put("model", connection.model())
                .put("prompt", call.user())
                .put("max_tokens", call.maxOutputTokens())
                .put("temperature", call.temperature());
        if (call.topP() != null) {
            body.put("top_p", call.topP());
        }
        if (!call.continuation().stops().isEmpty()) {
            ArrayNode stops = body.putArray("stop");
            call.continuation().stops().forEach(stops::add);
        }
        if (call.continuation().scoredFrom() != null) {
            body.put("echo", true).put("logprobs", 1);
        }
        if (call.sampleIndex() > 0) {
            body.put("seed", call.sampleIndex());
        }
        return body;
    }

    private static String beforeStop(String text, List<String> stops) {
        int end = text.length();
        for (String stop : stops) {
            int at = text.indexOf(stop);
            end = at < 0 ? end : Math.min(end, at);
        }
        return text.substring(0, end);
    }

    /** TGI says {@code eos_token} and {@code stop_sequence} where others say {@code stop}. */
    private static Finish finish(String reason) {
        return switch (reason) {
            case "stop", "eos_token", "stop_sequence" -> Finish.STOP;
            case "length" -> Finish.LENGTH;
            case "content_filter" -> Finish.CONTENT_FILTER;
            default -> Finish.OTHER;
        };
    }
}
