package dev.reflux.activities.report.survey;

import java.util.ArrayList;
import java.util.List;

/**
 * Confidence beside measured accuracy, in equal-width bins, with the expected calibration error (Guo et al. 2017): the
 * mean of |confidence − accuracy| over bins, weighted by their size.
 */
public final class Reliability {
    /** The number of bins of the paper. */
    public static final int BINS = 15;

    private final long[] counts = new long[BINS];
    private final long[] correct = new long[BINS];
    private final double[] confidence = new double[BINS];

    /** One bin that is not empty: mean confidence and accuracy, both in [0, 1]. */
    public record Point(long count, double confidence, double accuracy) {}

    void add(double sampleConfidence, boolean isCorrect) {
        int bin = Histogram.binOf(sampleConfidence, BINS);
        counts[bin]++;
        confidence[bin] += sampleConfidence;
        if (isCorrect) {
            correct[bin]++;
        }
    }

    /** The bins that are not empty, by rising confidence. */
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                points.add(new Point(counts[bin], confidence[bin] / counts[bin], (double) correct[bin] / counts[bin]));
            }
        }
        return points;
    }

    /** Expected calibration error in [0, 1] of bins; 0 where they are empty. */
    public static double calibrationError(List<Point> points) {
        long total = 0;
        double gaps = 0;
        for (Point point : points) {
            total += point.count();
            gaps += point.count() * Math.abs(point.confidence() - point.accuracy());
        }
        return total == 0 ? 0 : gaps / total;
    }
}
