package dev.reflux.activities.teacher.chat;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;

/** Google's Gemini API. */
final class GeminiDialect implements Dialect {

    @Override
    public ChatModel open(Connection connection) {
        GoogleAiGeminiChatModel.GoogleAiGeminiChatModelBuilder model = GoogleAiGeminiChatModel.builder()
                .httpClientBuilder(new GeminiBlocks.Builder(connection.http()))
                .timeout(connection.timeout())
                .maxRetries(0)
                .modelName(connection.model())
                .apiKey(connection.key());
        return (connection.baseUrl() == null ? model : model.baseUrl(connection.baseUrl())).build();
    }

    @Override
    public long cachedTokens(TokenUsage usage) {
        return usage instanceof GoogleAiGeminiTokenUsage detailed
                ? Dialect.orZero(detailed.cachedContentTokenCount())
                : 0;
    }
}
