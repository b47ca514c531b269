package dev.reflux.activities.stage.converse;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells whether one side of a conversation speaks as the other. Goes by set phrases: it finds no slip that lacks them. */
final class RoleSlip {

    /** Shorter answers may be quoted in good faith. */
    private static final int LEAST_ECHO = 80;

    private static final Pattern ASSISTANT = Pattern.compile("^\\W*(assistant|ai|chatbot)\\s*:"
            + "|\\b(as|i am|i'm) (an? )?(ai|artificial intelligence|(large )?language model)\\b"
            + "|\\bhow (can|may) i (help|assist) you\\b"
            + "|\\b(can|may) i (help|assist) you with\\b"
            + "|\\b(i am|i'm|i'd be|i would be) (here|happy|glad) to (help|assist)\\b"
            + "|\\bi hope this helps\\b"
            + "|\\bfeel free to (ask|reach out)\\b"
            + "|\\blet me know if you (have|need) (any|more|further|anything)\\b"
            + "|^\\W*(certainly|sure|of course|absolutely)[!,.]? here('s| is| are)\\b");

    private static final Pattern USER = Pattern.compile("^\\W*(user|human)\\s*:");

    private RoleSlip() {}

    /** Whether a message of the user is one an assistant would write, or repeats the last answer. */
    static boolean isAssistant(String message, String lastAnswer) {
        String words = folded(message);
        if (ASSISTANT.matcher(words).find()) {
            return true;
        }
        String answer = lastAnswer == null ? "" : folded(lastAnswer);
        return answer.length() >= LEAST_ECHO && words.contains(answer);
    }

    /** Whether an answer begins as a turn of the user. */
    static boolean isUser(String answer) {
        return USER.matcher(folded(answer)).find();
    }

    /** In lower case, with plain apostrophes and single blanks. */
    static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("\\s+", " ");
    }
}
