package dev.reflux.activities.teacher.chat;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import dev.reflux.activities.teacher.TeacherReply.Finish;

/** Anthropic's messages API. */
final class AnthropicDialect implements Dialect {

    @Override
    public ChatModel open(Connection connection) {
        AnthropicChatModel.AnthropicChatModelBuilder model = AnthropicChatModel.builder()
                .httpClientBuilder(connection.http())
                .timeout(connection.timeout())
                .maxRetries(0)
                .modelName(connection.model())
                .apiKey(connection.key());
        return (connection.baseUrl() == null ? model : model.baseUrl(connection.baseUrl())).build();
    }

    /** Anthropic counts cached tokens beside the input tokens, not among them. */
    @Override
    public long inputTokens(TokenUsage usage) {
        long cacheWritten =
                usage instanceof AnthropicTokenUsage detailed ? Dialect.orZero(detailed.cacheCreationInputTokens()) : 0;
        return Dialect.orZero(usage.inputTokenCount()) + cacheWritten + cachedTokens(usage);
    }

    @Override
    public long cachedTokens(TokenUsage usage) {
        return usage instanceof AnthropicTokenUsage detailed ? Dialect.orZero(detailed.cacheReadInputTokens()) : 0;
    }

    /** The stop reason {@code refusal} is not known to LangChain4j; it leaves no text. */
    @Override
    public Finish finish(ChatResponse response) {
        Finish finish = Dialect.super.finish(response);
        boolean empty = response.aiMessage().text() == null
                || response.aiMessage().text().isBlank();
        return finish == Finish.OTHER && empty ? Finish.CONTENT_FILTER : finish;
    }
}
