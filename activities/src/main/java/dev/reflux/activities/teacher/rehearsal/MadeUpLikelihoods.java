package dev.reflux.activities.teacher.rehearsal;

import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherReply.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a text as its tokens, each likelier the more stands before it, as for a model that what was said helps. */
final class MadeUpLikelihoods {

    private static final Pattern WORD = Pattern.compile("\\s*\\S+|\\s+\\z");

    private static final double FIRST_LOGPROB = -4;
    private static final int WORDS_THAT_HELP = 20;

    private MadeUpLikelihoods() {}

    /** Those of the tokens that a call of {@link TeacherCall#scoring} wants. */
    static List<Token> of(TeacherCall call) {
        String text = call.user();
        int from = call.continuation().scoredFrom();
        List<Token> tokens = new ArrayList<>();
        int before = add(text.substring(0, from), 0, new ArrayList<>());
        add(text.substring(from), before, tokens);
        return tokens;
    }

    /** Returns how many words there are then. */
    private static int add(String text, int before, List<Token> tokens) {
        int words = before;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            double logprob = FIRST_LOGPROB * WORDS_THAT_HELP / (WORDS_THAT_HELP + words);
            tokens.add(new Token(word.group(), logprob, List.of()));
            words++;
        }
        return words;
    }
}
