package dev.reflux.activities.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecisionThresholdTest {

    @Test
    void boundsAgreeWithClopperAndPearson() {
        // All right: the bound is the n-th root of 0.05. 59 is the least n for which it reaches 0.95.
        assertThat(PrecisionBound.lower(10, 10, 0.95)).isCloseTo(Math.pow(0.05, 0.1), within(1e-9));
        assertThat(PrecisionBound.lower(58, 58, 0.95)).isLessThan(0.95);
        assertThat(PrecisionBound.lower(59, 59, 0.95)).isGreaterThan(0.95);
        // One right of two: 1 - (1 - p)^2 = 0.05. One right of ten: 1 - 0.95^(1/10).
        assertThat(PrecisionBound.lower(1, 2, 0.95)).isCloseTo(1 - Math.sqrt(0.95), within(1e-9));
        assertThat(PrecisionBound.lower(1, 10, 0.95)).isCloseTo(1 - Math.pow(0.95, 0.1), within(1e-9));
        assertThat(PrecisionBound.lower(0, 5, 0.95)).isZero();
    }

    @Test
    void findsTheLowestThresholdThatReachesTheTarget() {
        List<JudgedConfidence> judged = new ArrayList<>();
        add(judged, 0.9, true, 59);
        add(judged, 0.8, true, 10);
        add(judged, 0.7, false, 5);
        PrecisionThreshold found = PrecisionThreshold.reaching(0.95, 0.95, judged);
        assertThat(found.threshold()).isEqualTo(0.8);
        assertThat(found.judged()).isEqualTo(69);
        assertThat(found.correct()).isEqualTo(69);
        assertThat(found.bound()).isCloseTo(Math.pow(0.05, 1.0 / 69), within(1e-9));
    }

    @Test
    void neverCutsBetweenEqualConfidences() {
        List<JudgedConfidence> judged = new ArrayList<>();
        add(judged, 0.9, true, 59);
        add(judged, 0.9, false, 20);
        assertThat(PrecisionThreshold.reaching(0.95, 0.95, judged).reached()).isFalse();
    }

    @Test
    void saysHowNearItCameWhereNoThresholdWillDo() {
        List<JudgedConfidence> judged = new ArrayList<>();
        add(judged, 0.9, true, 10);
        PrecisionThreshold found = PrecisionThreshold.reaching(0.95, 0.95, judged);
        assertThat(found.threshold()).isNull();
        assertThat(found.bound()).isCloseTo(Math.pow(0.05, 0.1), within(1e-9));
        assertThat(found.judged()).isEqualTo(10);
    }

    private static void add(List<JudgedConfidence> judged, double confidence, boolean correct, int times) {
        for (int i = 0; i < times; i++) {
            judged.add(new JudgedConfidence("a", confidence, correct));
        }
    }
}
