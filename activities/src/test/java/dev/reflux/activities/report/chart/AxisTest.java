package dev.reflux.activities.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void marksCountsAtRoundNumbersUpToTheGreatest() {
        assertThat(texts(Axis.counts("samples", 1230))).containsExactly("0", "500", "1,000", "1,500");
        assertThat(texts(Axis.counts("samples", 0))).containsExactly("0", "1");
        assertThat(texts(Axis.counts("samples", 3))).containsExactly("0", "1", "2", "3");
    }

    @Test
    void marksSharesAroundWhatWasMeasured() {
        assertThat(texts(Axis.shares("accuracy", 0.812, 0.898))).containsExactly("80\u00a0%", "85\u00a0%", "90\u00a0%");
    }

    @Test
    void neverGoesAboveEverything() {
        Axis axis = Axis.shares("accuracy", 0.97, 1);
        assertThat(axis.most()).isEqualTo(1);
        assertThat(axis.least()).isLessThanOrEqualTo(0.97);
    }

    @Test
    void hasALengthWhereEveryRoundIsPerfect() {
        Axis axis = Axis.shares("accuracy", 1, 1);
        assertThat(axis.least()).isLessThan(axis.most());
        assertThat(axis.most()).isEqualTo(1);
    }

    @Test
    void marksNumbersBetweenTheirEnds() {
        assertThat(texts(Axis.values("score", 0.01, 0.99))).containsExactly("0.2", "0.4", "0.6", "0.8");
        assertThat(texts(Axis.values("score", 3, 36))).containsExactly("5", "10", "15", "20", "25", "30", "35");
        assertThat(texts(Axis.values("score", -1, 1))).contains("-1", "0", "1");
        assertThat(Axis.values("score", 3, 36).least()).isEqualTo(3);
    }

    @Test
    void thinsOutManyRounds() {
        assertThat(texts(Axis.rounds("round", 3))).containsExactly("1", "2", "3");
        assertThat(Axis.rounds("round", 100).ticks()).hasSizeLessThanOrEqualTo(10);
    }

    private static String[] texts(Axis axis) {
        return axis.ticks().stream().map(Axis.Tick::text).toArray(String[]::new);
    }
}
