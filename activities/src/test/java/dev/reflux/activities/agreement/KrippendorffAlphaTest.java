package dev.reflux.activities.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Against the worked examples of Krippendorff's paper. */
class KrippendorffAlphaTest {

    @Test
    void givesThePapersFigureForTwoObserversOfABinaryVariable() {
        assertThat(KrippendorffAlpha.of(Distance.NOMINAL, things("0100000010", "1110010000")))
                .isEqualTo(0.095, within(0.0005));
    }

    @Test
    void givesThePapersFiguresForFourObserversWhoLeftThingsOut() {
        List<List<Double>> things = things("123321412...", "1233224125.3", ".3332342251.", "12332441251.");

        assertThat(KrippendorffAlpha.of(Distance.NOMINAL, things)).isEqualTo(0.743, within(0.0005));
        assertThat(KrippendorffAlpha.of(Distance.INTERVAL, things)).isEqualTo(0.849, within(0.0005));
    }

    @Test
    void doesNotCountWhatOneAloneRated() {
        List<List<Double>> things = new ArrayList<>(things("1122", "1121"));
        Double before = KrippendorffAlpha.of(Distance.INTERVAL, things);
        things.add(Arrays.asList(5.0, null));
        things.add(Arrays.asList(null, null));

        assertThat(KrippendorffAlpha.of(Distance.INTERVAL, things)).isEqualTo(before);
    }

    @Test
    void hasNoFigureWhereChanceCannotDisagree() {
        assertThat(KrippendorffAlpha.of(Distance.NOMINAL, List.of())).isNull();
        assertThat(KrippendorffAlpha.of(Distance.NOMINAL, things("22", "22"))).isNull();
        assertThat(KrippendorffAlpha.of(Distance.NOMINAL, things("12", ".."))).isNull();
    }

    /** Each observer's ratings in a row, a dot for none. */
    private static List<List<Double>> things(String... observers) {
        List<List<Double>> things = new ArrayList<>();
        for (int at = 0; at < observers[0].length(); at++) {
            int thing = at;
            things.add(Stream.of(observers)
                    .map(row -> row.charAt(thing) == '.' ? null : Double.valueOf(row.charAt(thing) - '0'))
                    .toList());
        }
        return things;
    }
}
