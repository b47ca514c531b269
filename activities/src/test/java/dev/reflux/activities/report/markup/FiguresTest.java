package dev.reflux.activities.report.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, $0",
        "0.0000412, $0.000041",
        "0.0412, $0.0412",
        "0.3953, $0.3953",
        "12.345, $12.35",
        "4200, '$4,200.00'"
    })
    void showsSmallSumsMoreExactly(double usd, String shown) {
        assertThat(Figures.dollars(usd)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"8.24, 8.2 s", "65, 1 min 5 s", "3599.6, 1 h 0 min", "86400, 24 h 0 min"})
    void showsTimesInTheirUnits(double seconds, String shown) {
        assertThat(Figures.duration(seconds).replace('\u00a0', ' ')).isEqualTo(shown);
    }
}
