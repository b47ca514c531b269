package dev.reflux.activities.agreement;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Krippendorff's alpha of any number of raters, any of whom may have left out any thing: Krippendorff, "Computing
 * Krippendorff's Alpha-Reliability", 2011. For one thread.
 */
public final class KrippendorffAlpha {

    private final Distance distance;
    private final RatingCounts all = new RatingCounts();
    private double observed;
    private long compared;

    public KrippendorffAlpha(Distance distance) {
        this.distance = distance;
    }

    /**
     * The alpha of a table.
     *
     * @param things the ratings of each thing, null where a rater gave none
     * @return as {@link #value}
     */
    public static Double of(Distance distance, List<? extends List<Double>> things) {
        KrippendorffAlpha alpha = new KrippendorffAlpha(distance);
        things.forEach(alpha::add);
        return alpha.value();
    }

    /** Counts the ratings of one thing, null where a rater gave none; with fewer than two it counts for nothing. */
    public void add(Collection<Double> thing) {
        RatingCounts ratings = new RatingCounts();
        thing.stream().filter(Objects::nonNull).forEach(ratings::add);
        if (ratings.total() > 1) {
            thing.stream().filter(Objects::nonNull).forEach(all::add);
            observed += ratings.distanceTo(ratings, distance) / (ratings.total() - 1);
            compared++;
        }
    }

    /** How many things have two ratings or more. */
    public long compared() {
        return compared;
    }

    /**
     * One less the observed disagreement over that expected if the ratings were dealt out by chance.
     *
     * @return at most 1; null where no thing has two ratings, or all ratings are the same
     */
    public Double value() {
        double expected = all.distanceTo(all, distance);
        return expected == 0 ? null : Double.valueOf(1 - observed * (all.total() - 1) / expected);
    }
}
