package dev.reflux.activities.agreement;

import java.util.List;

/**
 * Cohen's kappa of two raters: Cohen 1960 with {@link Distance#NOMINAL}, and weighted by the square of the difference, Cohen
 * 1968, with {@link Distance#INTERVAL}. For one thread.
 */
public final class CohenKappa {

    private final Distance distance;
    private final RatingCounts firsts = new RatingCounts();
    private final RatingCounts seconds = new RatingCounts();
    private double observed;

    public CohenKappa(Distance distance) {
        this.distance = distance;
    }

    /**
     * The kappa of two lists of ratings.
     *
     * @param first one rater's ratings, null where there is none
     * @param second the other's, of the same things in the same order
     * @return as {@link #value}
     * @throws IllegalArgumentException if the lists differ in length
     */
    public static Double of(Distance distance, List<Double> first, List<Double> second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException(
                    "Two raters must have rated the same things, got " + first.size() + " and " + second.size());
        }
        CohenKappa kappa = new CohenKappa(distance);
        for (int thing = 0; thing < first.size(); thing++) {
            kappa.add(first.get(thing), second.get(thing));
        }
        return kappa.value();
    }

    /** Counts one thing; one that either did not rate, null, counts for nothing. */
    public void add(Double first, Double second) {
        if (first != null && second != null) {
            firsts.add(first);
            seconds.add(second);
            observed += distance.between(first, second);
        }
    }

    /** How many things both have rated. */
    public long compared() {
        return firsts.total();
    }

    /**
     * One less the observed disagreement over that expected of two raters who rate as often, each on their own.
     *
     * @return at most 1; null where nothing was rated by both, or both gave one and the same rating to everything
     */
    public Double value() {
        double expected = firsts.distanceTo(seconds, distance);
        return expected == 0 ? null : Double.valueOf(1 - observed * compared() / expected);
    }
}
