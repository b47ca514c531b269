package dev.reflux.activities.agreement;

import java.util.List;
import java.util.Objects;

/**
 * Krippendorff's alpha of any number of raters, any of whom may have left out any thing: Krippendorff, "Computing
 * Krippendorff's Alpha-Reliability", 2011.
 */
public final class KrippendorffAlpha {

    private KrippendorffAlpha() {}

    /**
     * One less the observed disagreement over that expected if the ratings were dealt out by chance.
     *
     * @param things the ratings of each thing, null where a rater gave none; one that fewer than two rated counts for nothing
     * @return at most 1; null where no thing has two ratings, or all ratings are the same
     */
    public static Double of(Distance distance, List<? extends List<Double>> things) {
        RatingCounts all = new RatingCounts();
        double observed = 0;
        for (List<Double> thing : things) {
            RatingCounts ratings = new RatingCounts();
            thing.stream().filter(Objects::nonNull).forEach(ratings::add);
            if (ratings.total() > 1) {
                thing.stream().filter(Objects::nonNull).forEach(all::add);
                observed += ratings.distanceTo(ratings, distance) / (ratings.total() - 1);
            }
        }
        double expected = all.distanceTo(all, distance);
        return expected == 0 ? null : Double.valueOf(1 - observed * (all.total() - 1) / expected);
    }
}
