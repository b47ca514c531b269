package dev.reflux.activities.dataset.merge.rank;

import java.util.List;
import java.util.Map;

/**
 * What a merge found when it ranked a dataset: the file {@code rounds/NN/merge/N-rank.json}.
 *
 * @param by what was multiplied into the score
 * @param samples that were looked at
 * @param scored those of them that have a score
 * @param kept those that stay
 * @param highest score there is, or null where there is none
 * @param lowest score that stays, or null where none does
 * @param scores how they are spread, in bins of one width from the lowest score there is to the highest; empty where there is
 *     none
 * @param groups by name; empty where nothing groups the samples
 */
public record Ranking(
        List<String> by,
        long samples,
        long scored,
        long kept,
        Double highest,
        Double lowest,
        List<Bin> scores,
        Map<String, Group> groups) {

    public Ranking {
        scores = scores == null ? List.of() : List.copyOf(scores);
        groups = groups == null ? Map.of() : groups;
    }

    /**
     * Samples whose scores are in [from, to), in the last bin in [from, to].
     *
     * @param kept those of them that stay
     */
    public record Bin(double from, double to, long samples, long kept) {}

    /**
     * Samples of one group, with a score or without.
     *
     * @param kept those of them that stay
     */
    public record Group(long samples, long kept) {}
}
