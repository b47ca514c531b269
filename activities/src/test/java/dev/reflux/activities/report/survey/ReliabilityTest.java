package dev.reflux.activities.report.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    /** Ten at 0.95 of which eight are right: gap 0.15. Five at 0.50 of which three are right: gap 0.10. */
    @Test
    void weighsTheGapOfEachBinByItsSize() {
        Reliability reliability = new Reliability();
        add(reliability, 0.95, 8, 2);
        add(reliability, 0.50, 3, 2);

        List<Reliability.Point> points = reliability.points();
        assertThat(points).hasSize(2);
        assertThat(points.get(0)).isEqualTo(new Reliability.Point(5, 0.5, 0.6));
        assertThat(points.get(1).confidence()).isCloseTo(0.95, within(1e-12));
        assertThat(points.get(1).accuracy()).isEqualTo(0.8);
        assertThat(Reliability.calibrationError(points)).isCloseTo((10 * 0.15 + 5 * 0.10) / 15, within(1e-12));
    }

    @Test
    void letsErrorsInOneBinCancelAsThePaperDoes() {
        Reliability reliability = new Reliability();
        reliability.add(0.61, true);
        reliability.add(0.65, false);
        assertThat(Reliability.calibrationError(reliability.points())).isCloseTo(0.13, within(1e-12));
    }

    @Test
    void hasNoErrorWhereNothingWasMeasured() {
        assertThat(new Reliability().points()).isEmpty();
        assertThat(Reliability.calibrationError(List.of())).isZero();
    }

    private static void add(Reliability reliability, double confidence, int right, int wrong) {
        for (int sample = 0; sample < right + wrong; sample++) {
            reliability.add(confidence, sample < right);
        }
    }
}
