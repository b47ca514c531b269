package dev.reflux.activities.teacher;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A finished answer.
 *
 * @param tokens the answer's tokens with their probabilities, in order; empty where not asked for or not given
 * @param reasoning what the model thought before it answered, where the provider returns it apart; null elsewhere
 */
public record TeacherReply(
        String text,
        Finish finish,
        long inputTokens,
        long cachedTokens,
        long outputTokens,
        List<Token> tokens,

        @JsonInclude(JsonInclude.Include.NON_NULL) String reasoning) {

    /** Why the answer ended. */
    public enum Finish {
        STOP,
        LENGTH,
        CONTENT_FILTER,
        OTHER
    }

    /** One token: its text and the natural logarithm of its probability, with the likeliest rivals at its place. */
    public record Token(String text, double logprob, List<Rival> rivals) {

        public record Rival(String text, double logprob) {}

        public Token {
            rivals = List.copyOf(rivals);
        }
    }

    public TeacherReply {
        tokens = List.copyOf(tokens);
    }

    /** An answer without any reasoning apart. */
    public TeacherReply(
            String text, Finish finish, long inputTokens, long cachedTokens, long outputTokens, List<Token> tokens) {
        this(text, finish, inputTokens, cachedTokens, outputTokens, tokens, null);
    }
}
