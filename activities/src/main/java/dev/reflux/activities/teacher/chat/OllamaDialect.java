package dev.reflux.activities.teacher.chat;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import java.util.Map;

/** Ollama's own chat API; its OpenAI-compatible one is reached with provider openai. */
final class OllamaDialect implements Dialect {

    private static final String LOCAL = "http://localhost:11434";

    @Override
    public ChatModel open(Connection connection) {
        OllamaChatModel.OllamaChatModelBuilder model = OllamaChatModel.builder()
                .httpClientBuilder(connection.http())
                .timeout(connection.timeout())
                .maxRetries(0)
                .modelName(connection.model())
                .baseUrl(connection.baseUrl() == null ? LOCAL : connection.baseUrl());
        if (connection.secret() != null) {
            model.customHeaders(Map.of("Authorization", "Bearer " + connection.key()));
        }
        return model.build();
    }
}
