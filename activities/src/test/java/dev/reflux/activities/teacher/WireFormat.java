package dev.reflux.activities.teacher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.teacher.Script.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The chat APIs a {@link ScriptedTeacher} speaks: which one is told by the path. */
final class WireFormat {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String path;
    private final JsonNode request;

    WireFormat(String path, byte[] body) {
        this.path = path;
        try {
            this.request = JSON.readTree(body);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    boolean hasSchema() {
        return request.at("/response_format/json_schema").isObject();
    }

    Question question() {
        StringBuilder system = new StringBuilder(text(request.path("system")));
        system.append(text(request.at("/systemInstruction/parts")));
        StringBuilder user = new StringBuilder();
        for (JsonNode message : request.path(isGemini() ? "contents" : "messages")) {
            boolean isSystem = "system".equals(message.path("role").asText());
            (isSystem ? system : user).append(text(message.path(isGemini() ? "parts" : "content")));
        }
        user.append(text(request.path("prompt")));
        return new Question(system.toString(), user.toString(), request.at("/response_format/json_schema/schema"));
    }

    byte[] reply(ScriptedAnswer answer) {
        ObjectNode reply = JSON.createObjectNode();
        long input = (question().system().length() + question().user().length()) / 4 + 1;
        long output = answer.tokens().size();
        if (isGemini()) {
            gemini(reply, answer, input, output);
        } else if (path.endsWith("/messages")) {
            anthropic(reply, answer, input, output);
        } else if (path.endsWith("/api/chat")) {
            ollama(reply, answer, input, output);
        } else if (path.endsWith("/completions") && request.has("prompt")) {
            completion(reply, answer, input, output);
        } else {
            openAi(reply, answer, input, output);
        }
        return reply.toString().getBytes(StandardCharsets.UTF_8);
    }

    private boolean isGemini() {
        return path.contains(":generateContent");
    }

    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asText("");
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asText("")));
        return text.toString();
    }

    private void openAi(ObjectNode reply, ScriptedAnswer answer, long input, long output) {
        reply.put("id", "scripted").put("object", "chat.completion").put("model", "scripted");
        ObjectNode choice =
                reply.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", answer.text());
        if (request.path("logprobs").asBoolean()) {
            logprobs(choice.putObject("logprobs").putArray("content"), answer);
        }
        reply.putObject("usage")
                .put("prompt_tokens", input)
                .put("completion_tokens", output)
                .put("total_tokens", input + output)
                .putObject("prompt_tokens_details")
                .put("cached_tokens", input / 2);
    }

    /** Ends before the first of the stops asked for, as a server does. */
    private void completion(ObjectNode reply, ScriptedAnswer answer, long input, long output) {
        String text = answer.text();
        for (JsonNode stop : request.path("stop")) {
            int at = text.indexOf(stop.asText());
            text = at < 0 ? text : text.substring(0, at);
        }
        reply.put("id", "scripted").put("object", "text_completion").put("model", "scripted");
        reply.putArray("choices").addObject().put("index", 0).put("text", text).put("finish_reason", "stop");
        reply.putObject("usage")
                .put("prompt_tokens", input)
                .put("completion_tokens", output)
                .put("total_tokens", input + output);
    }

    private static void logprobs(ArrayNode content, ScriptedAnswer answer) {
        int at = 0;
        List<String> tokens = answer.tokens();
        for (String token : tokens) {
            boolean decisive = answer.isDecisive(at);
            double logprob = decisive ? Math.log(answer.probability()) : 0;
            ArrayNode top = logprob(content.addObject(), token, logprob).putArray("top_logprobs");
            logprob(top.addObject(), token, logprob);
            if (decisive) {
                answer.rivals().forEach((rival, probability) -> logprob(top.addObject(), rival, Math.log(probability)));
            }
            at += token.length();
        }
    }

    private static ObjectNode logprob(ObjectNode node, String token, double logprob) {
        return node.put("token", token).put("logprob", logprob);
    }

    private static void anthropic(ObjectNode reply, ScriptedAnswer answer, long input, long output) {
        reply.put("id", "scripted")
                .put("type", "message")
                .put("role", "assistant")
                .put("model", "scripted");
        reply.putArray("content").addObject().put("type", "text").put("text", answer.text());
        reply.put("stop_reason", "end_turn");
        reply.putObject("usage")
                .put("input_tokens", input)
                .put("output_tokens", output)
                .put("cache_read_input_tokens", 7);
    }

    private static void gemini(ObjectNode reply, ScriptedAnswer answer, long input, long output) {
        ObjectNode candidate = reply.putArray("candidates").addObject().put("finishReason", "STOP");
        candidate
                .putObject("content")
                .put("role", "model")
                .putArray("parts")
                .addObject()
                .put("text", answer.text());
        reply.putObject("usageMetadata")
                .put("promptTokenCount", input)
                .put("candidatesTokenCount", output)
                .put("totalTokenCount", input + output);
    }

    private static void ollama(ObjectNode reply, ScriptedAnswer answer, long input, long output) {
        reply.put("model", "scripted").put("created_at", "2026-01-01T00:00:00Z").put("done", true);
        reply.putObject("message").put("role", "assistant").put("content", answer.text());
        reply.put("done_reason", "stop").put("prompt_eval_count", input).put("eval_count", output);
    }
}
