package dev.reflux.activities.agreement;

import java.util.List;

/**
 * Cohen's kappa of two raters: Cohen 1960 with {@link Distance#NOMINAL}, and weighted by the square of the difference, Cohen
 * 1968, with {@link Distance#INTERVAL}.
 */
public final class CohenKappa {

    private CohenKappa() {}

    /**
     * One less the observed disagreement over that expected of two raters who rate as often, each on their own.
     *
     * @param first one rater's ratings, null where there is none
     * @param second the other's, of the same things in the same order; a thing that one of them did not rate is left out
     * @return at most 1; null where nothing was rated by both, or both gave one and the same rating to everything
     * @throws IllegalArgumentException if the lists differ in length
     */
    public static Double of(Distance distance, List<Double> first, List<Double> second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException(
                    "Two raters must have rated the same things, got " + first.size() + " and " + second.size());
        }
        RatingCounts firsts = new RatingCounts();
        RatingCounts seconds = new RatingCounts();
        double observed = 0;
        for (int thing = 0; thing < first.size(); thing++) {
            if (first.get(thing) != null && second.get(thing) != null) {
                firsts.add(first.get(thing));
                seconds.add(second.get(thing));
                observed += distance.between(first.get(thing), second.get(thing));
            }
        }
        double expected = firsts.distanceTo(seconds, distance);
        return expected == 0 ? null : Double.valueOf(1 - observed * firsts.total() / expected);
    }
}
