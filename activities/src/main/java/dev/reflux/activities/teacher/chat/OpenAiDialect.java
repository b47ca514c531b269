package dev.reflux.activities.teacher.chat;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.LogProb;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel.OpenAiChatModelBuilder;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiChatResponseMetadata;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherReply.Token;
import dev.reflux.activities.teacher.TeacherReply.Token.Rival;
import java.util.List;

/** OpenAI's chat completions, as OpenAI and many compatible servers speak them. */
final class OpenAiDialect implements Dialect {

    /** Rivals asked for at each token: what most compatible servers give at most. */
    private static final int RIVALS = 5;

    private final boolean compatibleServer;

    /** @param compatibleServer true if it is not OpenAI itself */
    OpenAiDialect(boolean compatibleServer) {
        this.compatibleServer = compatibleServer;
    }

    @Override
    public ChatModel open(Connection connection) {
        OpenAiChatModelBuilder model = OpenAiChatModel.builder()
                .httpClientBuilder(connection.http())
                .timeout(connection.timeout())
                .maxRetries(0)
                .strictJsonSchema(true)
                .modelName(connection.model())
                .apiKey(connection.key());
        return (compatibleServer ? model.baseUrl(connection.baseUrl()) : model).build();
    }

    @Override
    public ChatRequestParameters parameters(TeacherCall call, ResponseFormat format) {
        OpenAiChatRequestParameters.Builder parameters = OpenAiChatRequestParameters.builder()
                .temperature(call.temperature())
                .topP(call.topP())
                .responseFormat(format);
        // OpenAI's reasoning models refuse max_tokens, older compatible servers know nothing else.
        if (compatibleServer) {
            parameters.maxOutputTokens(call.maxOutputTokens());
        } else {
            parameters.maxCompletionTokens(call.maxOutputTokens());
        }
        if (call.logprobs()) {
            parameters.logprobs(true).topLogprobs(RIVALS);
        }
        if (call.sampleIndex() > 0) {
            parameters.seed(call.sampleIndex());
        }
        return parameters.build();
    }

    @Override
    public long cachedTokens(TokenUsage usage) {
        if (usage instanceof OpenAiTokenUsage detailed && detailed.inputTokensDetails() != null) {
            return Dialect.orZero(detailed.inputTokensDetails().cachedTokens());
        }
        return 0;
    }

    @Override
    public List<Token> tokens(ChatResponse response) {
        if (response.metadata() instanceof OpenAiChatResponseMetadata metadata && metadata.logProbs() != null) {
            return metadata.logProbs().stream().map(OpenAiDialect::token).toList();
        }
        return List.of();
    }

    private static Token token(LogProb token) {
        List<LogProb> top = token.topLogprobs() == null ? List.of() : token.topLogprobs();
        return new Token(
                token.token(),
                token.logprob(),
                top.stream()
                        .map(rival -> new Rival(rival.token(), rival.logprob()))
                        .toList());
    }
}
