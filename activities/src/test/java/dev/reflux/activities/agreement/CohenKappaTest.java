package dev.reflux.activities.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohenKappaTest {

    @Test
    void givesTheTextbooksFigureOfTwoReadersOfFiftyProposals() {
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        add(first, second, 20, 1, 1);
        add(first, second, 5, 1, 0);
        add(first, second, 10, 0, 1);
        add(first, second, 15, 0, 0);

        // Observed 0.7, by chance 0.5 · 0.6 + 0.5 · 0.4 = 0.5: (0.7 − 0.5) / (1 − 0.5).
        assertThat(CohenKappa.of(Distance.NOMINAL, first, second)).isEqualTo(0.4, within(1e-12));
        assertThat(CohenKappa.of(Distance.INTERVAL, first, second))
                .as("two categories leave nothing to weigh")
                .isEqualTo(0.4, within(1e-12));
    }

    @Test
    void weighsADisagreementByItsSquare() {
        List<Double> first = List.of(1.0, 2.0, 3.0, 3.0);
        List<Double> near = List.of(1.0, 2.0, 3.0, 2.0);
        List<Double> far = List.of(1.0, 2.0, 3.0, 1.0);

        // Near: observed 1/4; expected, over 4 · 4 pairs, (0+2+4 + 1+0+1 + 2·(4+2+0)) / 16 = 20/16.
        assertThat(CohenKappa.of(Distance.INTERVAL, first, near)).isEqualTo(1 - 4.0 / 20, within(1e-12));
        // Far: observed 4/4; expected (0+1+4+0 + 1+0+1+1 + 2·(4+1+0+4)) / 16 = 26/16.
        assertThat(CohenKappa.of(Distance.INTERVAL, first, far)).isEqualTo(1 - 16.0 / 26, within(1e-12));
    }

    @Test
    void isOneWhereBothAlwaysAgreeAndBelowZeroWhereTheyAvoidIt() {
        List<Double> ratings = List.of(1.0, 2.0, 1.0);

        assertThat(CohenKappa.of(Distance.NOMINAL, ratings, ratings)).isEqualTo(1);
        assertThat(CohenKappa.of(Distance.NOMINAL, List.of(1.0, 2.0), List.of(2.0, 1.0)))
                .isEqualTo(-1);
    }

    @Test
    void leavesOutWhatOnlyOneOfThemRated() {
        assertThat(CohenKappa.of(
                        Distance.NOMINAL, Arrays.asList(1.0, null, 2.0, 5.0), Arrays.asList(1.0, 2.0, 2.0, null)))
                .isEqualTo(1);
    }

    @Test
    void hasNoFigureWhereChanceCannotDisagree() {
        assertThat(CohenKappa.of(Distance.NOMINAL, List.of(), List.of())).isNull();
        assertThat(CohenKappa.of(Distance.NOMINAL, List.of(3.0, 3.0), List.of(3.0, 3.0)))
                .isNull();
    }

    @Test
    void refusesRatersOfDifferentThings() {
        assertThatThrownBy(() -> CohenKappa.of(Distance.NOMINAL, List.of(1.0), List.of()))
                .hasMessage("Two raters must have rated the same things, got 1 and 0");
    }

    private static void add(List<Double> first, List<Double> second, int times, double one, double other) {
        first.addAll(Collections.nCopies(times, one));
        second.addAll(Collections.nCopies(times, other));
    }
}
