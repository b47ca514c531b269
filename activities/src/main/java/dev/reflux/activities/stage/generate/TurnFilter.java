package dev.reflux.activities.stage.generate;

import dev.reflux.activities.language.Words;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.regex.Pattern;

/**
 * What is left out of the turns that a model writes as a user: those that end before what they announce, as Magpie
 * (arXiv 2406.08464) leaves out, and those that are no single turn.
 */
final class TurnFilter {

    static final String ENDS_WITH_COLON = "ends-with-colon";

    private static final int MOST_WORDS_OF_TOO_SHORT = 3;

    /** A role's name on a line of its own, where its marks did not come through. */
    private static final Pattern ROLE = Pattern.compile("(?m)^\\s*(assistant|user|system|model)\\s*:?\\s*$");

    private static final Pattern MARK =
            Pattern.compile("<\\|[A-Za-z0-9_]+\\|>|</?(start|end)_of_turn>|\\[/?INST]|</?s>");

    private TurnFilter() {}

    /** A turn; {@code role-slip} where the model goes on as somebody else, as another draw may not. */
    static Reading<String> read(Answer answer) {
        return Replies.words(answer)
                .then(words -> ROLE.matcher(words).find() ? Reading.none(Reasons.ROLE_SLIP) : Reading.of(words));
    }

    /** Why a turn is unfit, or null if it is fit. */
    static String whyUnfit(String turn) {
        if (MARK.matcher(turn).find()) {
            return Reasons.PROMPT_LEAKED;
        } else if (Words.count(turn) <= MOST_WORDS_OF_TOO_SHORT) {
            return InstructionFilter.TOO_SHORT;
        }
        return turn.endsWith(":") || turn.endsWith("\uFF1A") ? ENDS_WITH_COLON : null;
    }
}
