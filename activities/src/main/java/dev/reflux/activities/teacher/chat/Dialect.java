package dev.reflux.activities.teacher.chat;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherReply.Finish;
import dev.reflux.activities.teacher.TeacherReply.Token;
import java.util.List;

/** What differs between providers: how the model is built, asked for more than text, and read. */
interface Dialect {

    /** A model that never retries by itself. */
    ChatModel open(Connection connection);

    /** @param format null for free text */
    default ChatRequestParameters parameters(TeacherCall call, ResponseFormat format) {
        return DefaultChatRequestParameters.builder()
                .temperature(call.temperature())
                .topP(call.topP())
                .maxOutputTokens(call.maxOutputTokens())
                .responseFormat(format)
                .build();
    }

    /** Input tokens, cached ones included. */
    default long inputTokens(TokenUsage usage) {
        return orZero(usage.inputTokenCount());
    }

    /** Input tokens that the provider had cached. */
    default long cachedTokens(TokenUsage usage) {
        return 0;
    }

    /** A reason that LangChain4j does not know, such as vLLM's {@code abort}, is null there. */
    default Finish finish(ChatResponse response) {
        if (response.finishReason() == null) {
            return Finish.OTHER;
        }
        return switch (response.finishReason()) {
            case STOP -> Finish.STOP;
            case LENGTH -> Finish.LENGTH;
            case CONTENT_FILTER -> Finish.CONTENT_FILTER;
            case TOOL_EXECUTION, OTHER -> Finish.OTHER;
        };
    }

    default List<Token> tokens(ChatResponse response) {
        return List.of();
    }

    static long orZero(Integer count) {
        return count == null ? 0 : count;
    }
}
