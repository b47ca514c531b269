package dev.reflux.activities.teacher.chat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.teacher.SpentQuota;
import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherRefusedException;
import dev.reflux.activities.teacher.TeacherReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A teacher behind a chat API, asked once per call and blocking.
 *
 * <p>A server that refuses JSON Schemas is asked in words instead, from then on.
 */
final class ChatTeacher implements Teacher {

    private final Connection connection;
    private final Dialect dialect;
    private final ChatModel model;
    private final ProviderFailures failures;
    private final Completions completions;

    private volatile boolean schemaAccepted;
    private volatile boolean schemaRefused;

    ChatTeacher(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
        this.model = dialect.open(connection);
        this.failures = new ProviderFailures(connection);
        this.completions = new Completions(connection);
    }

    @Override
    public String identity() {
        return connection.identity();
    }

    @Override
    public String model() {
        return connection.model();
    }

    @Override
    public Optional<SpentQuota> takeSpentQuota() {
        return connection.quotas().takeSpent();
    }

    @Override
    public TeacherReply ask(TeacherCall call) {
        if (call.user().isBlank()) {
            throw new TeacherRefusedException("bad-request", "A question must have text, got a blank one", null);
        }
        if (call.continuation() != null) {
            return completions.ask(call);
        }
        try {
            return reply(call.schema() == null ? chat(call, null) : chatBySchema(call), call);
        } catch (RuntimeException failure) {
            throw failures.map(failure);
        }
    }

    private ChatResponse chatBySchema(TeacherCall call) {
        if (schemaRefused) {
            return chat(AnswerSchema.inWords(call), null);
        }
        try {
            ChatResponse response = chat(call, AnswerSchema.format(call.schema()));
            schemaAccepted = true;
            return response;
        } catch (RuntimeException failure) {
            if (schemaAccepted || !ProviderFailures.isBadRequest(failure)) {
                throw failure;
            }
            return chatInWords(call, failure);
        }
    }

    /** If the question is refused in words too, the schema was not what was wrong with it. */
    private ChatResponse chatInWords(TeacherCall call, RuntimeException refusal) {
        try {
            ChatResponse response = chat(AnswerSchema.inWords(call), null);
            schemaRefused = true;
            return response;
        } catch (RuntimeException failure) {
            if (ProviderFailures.isBadRequest(failure)) {
                throw refusal;
            }
            throw failure;
        }
    }

    private ChatResponse chat(TeacherCall call, ResponseFormat format) {
        List<ChatMessage> messages = new ArrayList<>();
        if (call.system() != null) {
            messages.add(SystemMessage.from(call.system()));
        }
        for (Message turn : call.history()) {
            messages.add(
                    turn.role() == Message.Role.USER
                            ? UserMessage.from(turn.content())
                            : AiMessage.from(turn.content()));
        }
        messages.add(UserMessage.from(call.user()));
        return model.chat(ChatRequest.builder()
                .messages(messages)
                .parameters(dialect.parameters(call, format))
                .build());
    }

    private TeacherReply reply(ChatResponse response, TeacherCall call) {
        String text =
                response.aiMessage().text() == null ? "" : response.aiMessage().text();
        TokenUsage usage = response.tokenUsage() == null ? new TokenUsage(0, 0) : response.tokenUsage();
        return new TeacherReply(
                call.schema() == null ? text : AnswerSchema.unfenced(text),
                dialect.finish(response),
                dialect.inputTokens(usage),
                dialect.cachedTokens(usage),
                Dialect.orZero(usage.outputTokenCount()),
                dialect.tokens(response),
                response.aiMessage().thinking());
    }
}
