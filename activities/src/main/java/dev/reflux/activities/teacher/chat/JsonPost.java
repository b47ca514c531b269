package dev.reflux.activities.teacher.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Posts JSON to a server that LangChain4j has no model for, under its teacher's key and deadline. Safe for many threads. */
public final class JsonPost {

    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;
    private final HttpClient http;
    private final ProviderFailures failures;

    public JsonPost(Connection connection) {
        this.connection = connection;
        this.http = connection.http().build();
        this.failures = new ProviderFailures(connection);
    }

    /**
     * Sends once and waits for the answer, an object or an array.
     *
     * @throws RuntimeException as {@link ProviderFailures} maps it
     */
    public JsonNode send(String url, ObjectNode body) {
        try {
            JsonNode answer = JSON.readTree(http.execute(request(url, body)).body());
            if (!answer.isContainerNode()) {
                throw new UncheckedIOException(new IOException("The answer holds no JSON object"));
            }
            return answer;
        } catch (JsonProcessingException garbled) {
            throw failures.map(new UncheckedIOException(garbled));
        } catch (RuntimeException failure) {
            throw failures.map(failure);
        }
    }

    private HttpRequest request(String url, ObjectNode body) {
        HttpRequest.Builder request = HttpRequest.builder()
                .method(HttpMethod.POST)
                .url(url)
                .addHeader("Content-Type", "application/json")
                .body(body.toString());
        if (connection.key() != null) {
            request.addHeader("Authorization", "Bearer " + connection.key());
        }
        return request.build();
    }
}
