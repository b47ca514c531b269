package dev.reflux.activities.teacher.chat;

import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.config.Environment;
import dev.reflux.config.TeacherPlan;

/** Opens the chat models that are reached over HTTP. */
public final class ChatTeachers {

    private ChatTeachers() {}

    /**
     * Opens a teacher; nothing is sent yet.
     *
     * @throws TeacherMisconfiguredException if a variable, the key, the model or the URL is missing or malformed
     * @throws IllegalArgumentException for one that is no chat model over HTTP
     */
    public static Teacher open(TeacherPlan plan, Environment environment) {
        Connection connection = Connection.of(plan, environment);
        return new ChatTeacher(connection, dialectOf(connection));
    }

    private static Dialect dialectOf(Connection connection) {
        return switch (connection.provider()) {
            case OPENAI -> new OpenAiDialect(connection.baseUrl() != null);
            case ANTHROPIC -> new AnthropicDialect();
            case GEMINI -> new GeminiDialect();
            case MISTRAL -> new MistralDialect();
            case OLLAMA -> new OllamaDialect();
            case EMBEDDED, REPLAY, REHEARSAL, REWARD ->
                throw new IllegalArgumentException("Teacher " + connection.provider() + " is no chat model over HTTP");
        };
    }
}
