package dev.reflux.activities.teacher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server of completions on the loopback that echoes a text with its tokens' log probabilities, or fails to. */
public final class EchoServer implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile(" ?\\w+|.", Pattern.DOTALL);
    private static final JsonMapper JSON = new JsonMapper();

    /** How it answers. */
    public enum Mood {
        WELL,
        /** As one that knows no log probabilities. */
        WITHOUT_LOGPROBS,
        /** With what it goes on with alone. */
        WITHOUT_ECHO,
        /** With probabilities of nothing but the token it goes on with. */
        WITHOUT_PROMPT_LOGPROBS,
        /** Not as JSON. */
        GARBLED,
        /** After the reader's deadline. */
        SLOW
    }

    private final HttpServer server;
    private final List<JsonNode> posted = new CopyOnWriteArrayList<>();
    private final ToDoubleBiFunction<String, String> logprob;
    private volatile Mood mood = Mood.WELL;

    private EchoServer(HttpServer server, ToDoubleBiFunction<String, String> logprob) {
        this.server = server;
        this.logprob = logprob;
    }

    /** @param logprob of a token, by the text before it and its own */
    public static EchoServer start(ToDoubleBiFunction<String, String> logprob) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        EchoServer echo = new EchoServer(server, logprob);
        server.createContext("/v1/completions", echo::handle);
        server.start();
        return echo;
    }

    public String baseUrl() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1";
    }

    /** What it was posted, in order. */
    public List<JsonNode> posted() {
        return posted;
    }

    public void be(Mood next) {
        mood = next;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        posted.add(request);
        if (mood == Mood.SLOW) {
            return; // The answer never comes.
        }
        String answer = mood == Mood.GARBLED
                ? "<html>"
                : answer(request.path("prompt").asText()).toString();
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private ObjectNode answer(String prompt) {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode choice = answer.putArray("choices").addObject().put("finish_reason", "length");
        boolean echoes = mood != Mood.WITHOUT_ECHO;
        choice.put("text", (echoes ? prompt : "") + " and");
        ArrayNode tokens = JSON.createArrayNode();
        ArrayNode logprobs = JSON.createArrayNode();
        if (echoes) {
            tokens.add("<s>");
            logprobs.addNull();
            Matcher token = TOKEN.matcher(prompt);
            while (token.find()) {
                tokens.add(token.group());
                add(logprobs, logprob.applyAsDouble(prompt.substring(0, token.start()), token.group()));
            }
        }
        int asked = echoes ? tokens.size() : TOKEN.split(prompt).length + 7;
        tokens.add(" and");
        logprobs.add(-0.1);
        if (mood != Mood.WITHOUT_LOGPROBS) {
            choice.putObject("logprobs").<ObjectNode>set("tokens", tokens).set("token_logprobs", logprobs);
        }
        answer.putObject("usage").put("prompt_tokens", asked).put("completion_tokens", 1);
        return answer;
    }

    private void add(ArrayNode logprobs, double value) {
        if (mood == Mood.WITHOUT_PROMPT_LOGPROBS) {
            logprobs.addNull();
        } else {
            logprobs.add(value);
        }
    }
}
