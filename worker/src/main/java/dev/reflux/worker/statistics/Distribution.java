package dev.reflux.worker.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers by how often they occur. Whole numbers below ten thousand are exact, others are held to three figures, so that
 * there are never more than some ten thousand of them in memory.
 */
public final class Distribution {

    private static final double EXACT_BELOW = 10_000;

    private static final MathContext THREE_FIGURES = new MathContext(3);

    private final TreeMap<Double, Long> counts = new TreeMap<>();
    private long count;
    private double sum;

    /**
     * What became of the numbers; null where there was none.
     *
     * @param p5 a twentieth of the numbers are at most this; the other quantiles likewise
     */
    public record Quantiles(
            long count,
            double mean,
            double least,
            double p5,
            double p25,
            double median,
            double p75,
            double p95,
            double most) {}

    void add(double number) {
        counts.merge(held(number), 1L, Long::sum);
        count++;
        sum += number;
    }

    private static double held(double number) {
        boolean exact = number == Math.rint(number) && Math.abs(number) < EXACT_BELOW;
        return exact ? number : new BigDecimal(number).round(THREE_FIGURES).doubleValue();
    }

    Quantiles quantiles() {
        if (count == 0) {
            return null;
        }
        double mean = new BigDecimal(sum / count).round(new MathContext(6)).doubleValue();
        return new Quantiles(
                count,
                mean,
                counts.firstKey(),
                quantile(0.05),
                quantile(0.25),
                quantile(0.5),
                quantile(0.75),
                quantile(0.95),
                counts.lastKey());
    }

    /** The least number that so large a share of them does not exceed. */
    private double quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * count));
        long passed = 0;
        for (Map.Entry<Double, Long> entry : counts.entrySet()) {
            passed += entry.getValue();
            if (passed >= rank) {
                return entry.getKey();
            }
        }
        return counts.lastKey();
    }
}
