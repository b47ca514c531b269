package dev.reflux.activities.agreement;

import java.util.Map;
import java.util.TreeMap;

/** How often each rating was given. */
final class RatingCounts {

    private final Map<Double, Long> counts = new TreeMap<>();
    private long total;

    void add(double rating) {
        counts.merge(rating, 1L, Long::sum);
        total++;
    }

    long total() {
        return total;
    }

    /** Sum of the distances between each rating here and each rating there. */
    double distanceTo(RatingCounts other, Distance distance) {
        double sum = 0;
        for (Map.Entry<Double, Long> one : counts.entrySet()) {
            for (Map.Entry<Double, Long> two : other.counts.entrySet()) {
                sum += distance.between(one.getKey(), two.getKey()) * one.getValue() * two.getValue();
            }
        }
        return sum;
    }
}
