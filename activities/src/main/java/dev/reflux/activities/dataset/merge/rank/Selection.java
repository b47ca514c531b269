package dev.reflux.activities.dataset.merge.rank;

import dev.reflux.activities.dataset.merge.Ruling.Rejection;
import java.util.Arrays;

/**
 * Walks the samples from the best down and keeps each that there is room for and that no better one is too like: DEITA's
 * score-first, diversity-aware selection (arXiv 2312.15685). A sample is compared with those that stay only; DEITA's
 * released code compares it with dropped ones of its batch too, so that the size of a batch decides.
 */
final class Selection {

    /** Samples compared at once. */
    private static final int BATCH = 512;

    private static final String OPERATION = RankStep.NAME + "/";

    private final Standings standings;
    private final Likeness likeness;
    private final int quota;
    private final int[] room;
    private final Outcome[] outcomes;
    private final int[] ranks;
    private final int[] near;
    private int kept;
    private double lowest = Score.NONE;

    /**
     * @param quota most samples that stay
     * @param room most samples of each group that stay, by the group's number
     */
    private Selection(Standings standings, Likeness likeness, int quota, int[] room) {
        this.standings = standings;
        this.likeness = likeness;
        this.quota = quota;
        this.room = room;
        this.outcomes = new Outcome[standings.count()];
        this.ranks = new int[standings.count()];
        this.near = new int[standings.count()];
        Arrays.setAll(outcomes, place -> standings.score(place) == Score.NO_HELP ? Outcome.NO_HELP : Outcome.NO_SCORE);
    }

    static Selection of(Standings standings, Likeness likeness, int quota, int[] room) {
        Selection selection = new Selection(standings, likeness, quota, room.clone());
        selection.walk();
        return selection;
    }

    /** Why the sample at a place goes; null if it stays. */
    Rejection rejection(int place) {
        Outcome outcome = outcomes[place];
        return switch (outcome) {
            case KEPT -> null;
            case NO_HELP -> new Rejection(outcome.reason(), OPERATION + "no-help");
            case NO_SCORE -> new Rejection(outcome.reason(), OPERATION + "unscored");
            case TOO_SIMILAR -> new Rejection(outcome.reason(), OPERATION + "near-" + standings.id(near[place]));
            case BELOW_RANK, GROUP_FULL -> new Rejection(outcome.reason(), OPERATION + "place-" + ranks[place]);
        };
    }

    int kept() {
        return kept;
    }

    /** Lowest score that stays; null where none does. */
    Double lowest() {
        return kept == 0 ? null : lowest;
    }

    private void walk() {
        int[] ranked = standings.ranked();
        for (int from = 0; from < ranked.length; from += BATCH) {
            int[] next = Arrays.copyOfRange(ranked, from, Math.min(ranked.length, from + BATCH));
            if (kept < quota) {
                likeness.begin(next);
            }
            for (int number = 0; number < next.length; number++) {
                ranks[next[number]] = from + number + 1;
                outcomes[next[number]] = decide(next[number], number);
            }
        }
    }

    private Outcome decide(int place, int number) {
        int group = standings.group(place);
        if (kept >= quota) {
            return Outcome.BELOW_RANK;
        } else if (room[group] == 0) {
            return Outcome.GROUP_FULL;
        }
        near[place] = likeness.near(number);
        if (near[place] != Likeness.NONE) {
            return Outcome.TOO_SIMILAR;
        }
        likeness.keep(number);
        room[group]--;
        kept++;
        lowest = standings.score(place);
        return Outcome.KEPT;
    }
}
