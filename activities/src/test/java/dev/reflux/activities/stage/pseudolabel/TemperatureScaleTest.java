package dev.reflux.activities.stage.pseudolabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.confidence.JudgedConfidence;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemperatureScaleTest {

    private static final TemperatureScale SCALE = new TemperatureScale();

    @Test
    void bringsAnOverconfidentModelDownToItsHits() {
        Calibration calibration = SCALE.fit(points(0.99, 100, 80));

        assertThat(SCALE.calibrated(0.99, calibration)).isCloseTo(0.80, within(1e-3));
        assertThat(calibration.temperature()).isCloseTo(Math.log(99) / Math.log(4), within(1e-3));
        assertThat(calibration.judged())
                .allSatisfy(point -> assertThat(point.confidence()).isCloseTo(0.80, within(1e-3)));
    }

    @Test
    void bringsATimidModelUp() {
        assertThat(SCALE.calibrated(0.6, SCALE.fit(points(0.6, 100, 90)))).isCloseTo(0.90, within(1e-3));
    }

    @Test
    void keepsTheOrderAndStaysWithinBounds() {
        Calibration calibration = SCALE.fit(points(0.99, 10, 7));

        assertThat(SCALE.calibrated(0, calibration)).isBetween(0.0, 0.5);
        assertThat(SCALE.calibrated(1, calibration))
                .isGreaterThan(SCALE.calibrated(0.9, calibration))
                .isLessThan(1);
    }

    @Test
    void learnsNothingWithoutBothRightsAndWrongs() {
        assertThat(SCALE.fit(List.of()).temperature()).isEqualTo(1);
        assertThat(SCALE.fit(points(0.7, 5, 5)).temperature()).isEqualTo(1);
        assertThat(SCALE.fit(points(0.7, 5, 0)).temperature()).isEqualTo(1);
    }

    private static List<JudgedConfidence> points(double confidence, int count, int right) {
        return IntStream.range(0, count)
                .mapToObj(i -> new JudgedConfidence("refund", confidence, i < right))
                .toList();
    }
}
