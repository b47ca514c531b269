package dev.reflux.activities.dataset.merge.resolve;

/**
 * What a conflict comes to for one of its samples.
 *
 * @param reason why it goes; null if it stays
 * @param other place of the sample that stays in its stead, or that is paired with it; {@link #NOBODY} where there is none
 */
record Outcome(String reason, int other) {

    static final int NOBODY = -1;

    /** It says what stays, and is as it was. */
    static final Outcome STAYS = new Outcome(null, NOBODY);

    static final Outcome TIED = new Outcome("tied", NOBODY);

    static final Outcome CONFLICTING = new Outcome("conflicting", NOBODY);

    static Outcome lessConfident(int best) {
        return new Outcome("less-confident", best);
    }

    static Outcome outvoted(int best) {
        return new Outcome("outvoted", best);
    }

    /** Its answer is the rejected one of a pair. */
    static Outcome paired(int chosen) {
        return new Outcome("paired", chosen);
    }

    /** It is neither of a pair. */
    static Outcome outscored(int chosen) {
        return new Outcome("outscored", chosen);
    }

    static Outcome chosenBefore(int rejected) {
        return new Outcome(null, rejected);
    }

    boolean isChosen() {
        return reason == null && other != NOBODY;
    }
}
