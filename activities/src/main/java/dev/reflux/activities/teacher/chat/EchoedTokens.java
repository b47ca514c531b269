package dev.reflux.activities.teacher.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.activities.teacher.TeacherRefusedException;
import dev.reflux.activities.teacher.TeacherReply.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tokens of a text that a server echoes, laid against the text itself.
 *
 * <p>The offsets that servers give are not used: they count a token that the server put first and the marks that stand for parts
 * of a character, or are missing. Tokens that show no text of their own, such as those parts, begin where the one before ends.
 */
final class EchoedTokens {

    /** Reason of a refusal: the tokens do not make up the text. */
    static final String UNALIGNED = "tokens-unaligned";

    /** What a token shows in the place of a character that is cut in two. */
    private static final char CUT = '\uFFFD';

    private static final String BYTES = "bytes:\\x";

    private final Connection connection;
    private final List<String> tokens = new ArrayList<>();
    private final JsonNode logprobs;

    /**
     * @param logprobs as OpenAI's completions have them: {@code tokens} and {@code token_logprobs}
     * @param asked tokens that the server counted in what it was given; 0 where it does not say
     */
    EchoedTokens(Connection connection, JsonNode logprobs, long asked) {
        this.connection = connection;
        this.logprobs = logprobs.path("token_logprobs");
        logprobs.path("tokens").forEach(token -> tokens.add(token.asText()));
        if (tokens.isEmpty() || this.logprobs.size() != tokens.size()) {
            throw misconfigured("got none");
        }
        if (tokens.size() == asked + 1 && asked > 0) {
            tokens.remove(tokens.size() - 1);
        }
    }

    /**
     * Those of the call's text that begin at its place or after it, with their probabilities.
     *
     * @throws TeacherMisconfiguredException if the server does not echo, or gives the text's tokens no probabilities
     * @throws TeacherRefusedException if they cannot be laid against the text
     */
    List<Token> of(TeacherCall call) {
        int[] starts = starts(call.user());
        List<Token> scored = new ArrayList<>();
        for (int token = 0; token < starts.length; token++) {
            JsonNode logprob = logprobs.get(token);
            if (!logprob.isNumber() && token > 0) {
                throw misconfigured("got none for the text's own tokens");
            }
            if (logprob.isNumber() && starts[token] >= call.continuation().scoredFrom()) {
                scored.add(new Token(tokens.get(token), logprob.doubleValue(), List.of()));
            }
        }
        return scored;
    }

    /** Where each token of the text begins; a last token that goes on with the text is left out. */
    private int[] starts(String text) {
        if (tokens.size() == 1 && !text.equals(shown(0, 0, text))) {
            throw misconfigured("got an answer that does not echo the text");
        }
        int[] starts = new int[tokens.size()];
        int token = 0;
        int at = 0;
        while (token < tokens.size() && at < text.length()) {
            starts[token] = at;
            if (!isWhole(token)) {
                int next = endOfRun(token);
                Arrays.fill(starts, token, next, at);
                at = endOfText(token, next, at, text);
                token = next;
            } else if (text.startsWith(shown(token, at, text), at)) {
                at += shown(token, at, text).length();
                token++;
            } else if (token == 0) {
                token++; // The server put it there, to begin the text.
            } else {
                throw unaligned();
            }
        }
        if (at < text.length() || tokens.size() - token > 1) {
            throw unaligned();
        }
        return Arrays.copyOf(starts, token);
    }

    private boolean isWhole(int token) {
        String shown = tokens.get(token);
        return !shown.isEmpty() && shown.indexOf(CUT) < 0 && !shown.startsWith(BYTES);
    }

    /** Sentence pieces have a space before the first word of all. */
    private String shown(int token, int at, String text) {
        String shown = tokens.get(token);
        boolean isPutThere = at == 0 && shown.length() > 1 && shown.startsWith(" ") && !text.startsWith(" ");
        return isPutThere ? shown.substring(1) : shown;
    }

    /** The next token that shows its text, or how many there are. */
    private int endOfRun(int token) {
        int next = token;
        while (next < tokens.size() && !isWhole(next)) {
            next++;
        }
        return next;
    }

    /** Where the text of a run ends: before what the next token shows, or with the whole text where that goes on with it. */
    private int endOfText(int token, int next, int at, String text) {
        int found = next < tokens.size() ? text.indexOf(shown(next, at, text), at + least(token, next)) : -1;
        if (found < 0 && tokens.size() - next > 1) {
            throw unaligned();
        }
        return found < 0 ? text.length() : found;
    }

    /** Characters that a run stands for at least: those that it shows, and one that is cut. */
    private int least(int token, int next) {
        int shown = 0;
        boolean isCut = false;
        for (String part : tokens.subList(token, next)) {
            boolean isBytes = part.startsWith(BYTES);
            isCut |= isBytes || part.indexOf(CUT) >= 0;
            shown +=
                    isBytes ? 0 : (int) part.chars().filter(each -> each != CUT).count();
        }
        return shown + (isCut ? 1 : 0);
    }

    private TeacherRefusedException unaligned() {
        return new TeacherRefusedException(
                UNALIGNED,
                connection.subject() + " must return tokens that make up the text, got " + tokens.size()
                        + " that do not; this text is left out",
                null);
    }

    private TeacherMisconfiguredException misconfigured(String got) {
        return new TeacherMisconfiguredException(
                connection.subject()
                        + " must return the log probabilities of the text that it is given (echo and logprobs"
                        + " of /completions), " + got + "; serve the model by one that does, such as vLLM",
                null);
    }
}
