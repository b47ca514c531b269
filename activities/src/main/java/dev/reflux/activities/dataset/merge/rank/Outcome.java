package dev.reflux.activities.dataset.merge.rank;

import dev.reflux.activities.reply.Reasons;

/** What the ranking makes of a sample. */
enum Outcome {
    KEPT(null),
    NO_SCORE("no-score"),
    NO_HELP(Reasons.NO_HELP),
    BELOW_RANK("below-rank"),
    GROUP_FULL("group-full"),
    TOO_SIMILAR("too-similar");

    private final String reason;

    Outcome(String reason) {
        this.reason = reason;
    }

    /** Null of what is kept. */
    String reason() {
        return reason;
    }
}
