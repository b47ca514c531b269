package dev.reflux.activities.teacher.chat;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.mistralai.MistralAiChatModel;

/** Mistral's chat completions. */
final class MistralDialect implements Dialect {

    @Override
    public ChatModel open(Connection connection) {
        MistralAiChatModel.MistralAiChatModelBuilder model = MistralAiChatModel.builder()
                .httpClientBuilder(connection.http())
                .timeout(connection.timeout())
                .maxRetries(0)
                .strictJsonSchema(true)
                .modelName(connection.model())
                .apiKey(connection.key());
        return (connection.baseUrl() == null ? model : model.baseUrl(connection.baseUrl())).build();
    }
}
