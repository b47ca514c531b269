package dev.reflux.activities.report.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void putsAnEdgeIntoTheBinBelowIt() {
        Histogram histogram = new Histogram(4);
        for (double confidence : new double[] {0, 0.25, 0.26, 0.5, 0.75, 0.76, 1}) {
            histogram.add(confidence);
        }
        assertThat(counts(histogram)).containsExactly(2, 2, 1, 2);
        assertThat(histogram.total()).isEqualTo(7);
    }

    @Test
    void keepsValuesThatRoundingPushedOverAnEnd() {
        Histogram histogram = new Histogram(4);
        histogram.add(1 + 1e-12);
        histogram.add(-1e-12);
        assertThat(counts(histogram)).containsExactly(1, 0, 0, 1);
    }

    private static long[] counts(Histogram histogram) {
        long[] counts = new long[histogram.bins()];
        for (int bin = 0; bin < counts.length; bin++) {
            counts[bin] = histogram.count(bin);
        }
        return counts;
    }
}
