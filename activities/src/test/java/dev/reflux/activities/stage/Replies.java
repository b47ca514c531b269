package dev.reflux.activities.stage;

import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.activities.teacher.TeacherReply.Finish;
import dev.reflux.activities.teacher.TeacherReply.Token;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A teacher's answers to test with. */
public final class Replies {

    private Replies() {}

    public static Answer text(String text) {
        return ended(text, Finish.STOP);
    }

    public static Answer ended(String text, Finish finish) {
        return new Answer(new TeacherReply(text, finish, 100, 0, 10, List.of()), null, true);
    }

    public static Answer refused(String reason) {
        return new Answer(null, reason, false);
    }

    /** An answer whose words are those of its tokens. */
    public static Answer tokens(Token... tokens) {
        String text = Arrays.stream(tokens).map(Token::text).collect(Collectors.joining());
        return new Answer(new TeacherReply(text, Finish.STOP, 100, 0, 10, List.of(tokens)), null, true);
    }

    public static Token token(String text, double probability, Token.Rival... rivals) {
        return new Token(text, Math.log(probability), List.of(rivals));
    }

    public static Token.Rival rival(String text, double probability) {
        return new Token.Rival(text, Math.log(probability));
    }

    /** {@code {"label": "<label>"}} with this probability on the label, in one token. */
    public static Answer labelled(String label, double probability) {
        return tokens(token("{\"label\": \"", 1), token(label, probability), token("\"}", 1));
    }
}
