package dev.reflux.activities.reply;

import java.util.Set;

/** Why an answer is of no use, in the words that reports count by. */
public final class Reasons {

    public static final String EMPTY = "empty-answer";
    public static final String REFUSED = "refused";
    public static final String CUT = "cut-by-length";
    public static final String TOO_LONG = "answer-too-long";
    public static final String NOT_JSON = "not-json";
    public static final String WRONG_SHAPE = "not-as-schema";
    public static final String WRONG_COUNT = "wrong-count";
    public static final String WRONG_LANGUAGE = "wrong-language";
    public static final String PROMPT_LEAKED = "prompt-leaked";
    public static final String SAME_ANSWER = "same-answer";
    public static final String ROLE_SLIP = "role-slip";
    public static final String NO_BRANCHES = "no-branches";
    public static final String ONE_BRANCH = "one-branch";
    public static final String TOO_MANY_BRANCHES = "too-many-branches";

    /** An answer is no likelier after its instruction than without it. */
    public static final String NO_HELP = "instruction-no-help";

    /** Another draw may well be better; after a refusal or at a length limit it would be as bad, and paid for. */
    private static final Set<String> WORTH_ANOTHER_DRAW = Set.of(
            EMPTY,
            NOT_JSON,
            WRONG_SHAPE,
            WRONG_COUNT,
            WRONG_LANGUAGE,
            PROMPT_LEAKED,
            SAME_ANSWER,
            ROLE_SLIP,
            NO_BRANCHES,
            ONE_BRANCH,
            TOO_MANY_BRANCHES);

    private Reasons() {}

    static boolean isWorthAnotherDraw(String reason) {
        return WORTH_ANOTHER_DRAW.contains(reason);
    }
}
