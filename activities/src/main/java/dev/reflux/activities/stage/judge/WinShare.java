package dev.reflux.activities.stage.judge;

import dev.reflux.activities.reply.Reading;

/** How many of its comparisons an answer won; a tie, and a pair on which the two orders disagree, is half a win. */
final class WinShare {

    private double wins;
    private int decided;
    private String reason;

    /**
     * Counts one pair.
     *
     * @param shownFirst what was said of this answer where it stood first
     * @param otherFirst what was said of the other answer where that one stood first
     */
    void add(Reading<Opinion> shownFirst, Reading<Opinion> otherFirst) {
        if (shownFirst.isUsable() && otherFirst.isUsable()) {
            double own = shownFirst.value().score();
            wins += own + otherFirst.value().score() == 1 ? own : 0.5;
            decided++;
        } else {
            reason = shownFirst.isUsable() ? otherFirst.reason() : shownFirst.reason();
        }
    }

    /** The share, in [0, 1]; none where no pair was decided. */
    Reading<Opinion> opinion() {
        return decided == 0 ? Reading.none(reason) : Reading.of(new Opinion(wins / decided, null));
    }
}
