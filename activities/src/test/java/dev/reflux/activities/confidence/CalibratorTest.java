package dev.reflux.activities.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.shard.Sample.Candidate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibratorTest {

    @Test
    void findsTheTemperatureByHand() {
        // Of ten answers at 0.9 seven are right: odds of 9 must become odds of 7/3, so T = ln 9 / ln (7/3).
        Calibration calibration = Calibrator.fit(opinions(0.9, 7, 10), 2);
        assertThat(calibration.temperature()).isCloseTo(Math.log(9) / Math.log(7.0 / 3), within(0.001));
        assertThat(calibration.judged().get(0).confidence()).isCloseTo(0.7, within(0.001));
    }

    @Test
    void coolsAModelThatIsTooModest() {
        Calibration calibration = Calibrator.fit(opinions(0.6, 9, 10), 2);
        assertThat(calibration.temperature()).isLessThan(1);
        assertThat(calibration.judged().get(0).confidence()).isCloseTo(0.9, within(0.001));
    }

    @Test
    void neverChangesWhichLabelComesFirst() {
        List<Candidate> raw = List.of(new Candidate("b", 0.5), new Candidate("a", 0.3), new Candidate("c", 0.1));
        for (double temperature : new double[] {0.1, 0.5, 1, 3, 20}) {
            List<Candidate> calibrated = new Calibration(temperature, 4, List.of(), List.of()).apply(raw);
            assertThat(calibrated).extracting(Candidate::label).containsExactly("b", "a", "c");
            assertThat(calibrated)
                    .extracting(Candidate::confidence)
                    .isSortedAccordingTo((x, y) -> Double.compare(y, x));
        }
    }

    @Test
    void spreadsWhatCandidatesLeaveOverTheOtherLabels() {
        // At T = 1/2 probabilities are squared: 0.36, and four others of 0.1 each make 0.04.
        List<Candidate> calibrated =
                new Calibration(0.5, 5, List.of(), List.of()).apply(List.of(new Candidate("a", 0.6)));
        assertThat(calibrated.get(0).confidence()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void leavesConfidenceAloneWhereNothingIsJudged() {
        assertThat(Calibrator.fit(List.of(), 3).temperature()).isEqualTo(1);
    }

    @Test
    void survivesJson() throws Exception {
        Calibration calibration = Calibrator.fit(opinions(0.9, 7, 10), 2);
        JsonMapper json = new JsonMapper();
        assertThat(json.readValue(json.writeValueAsString(calibration), Calibration.class))
                .isEqualTo(calibration);
    }

    @Test
    void multipliesTwoViewsOverAllLabels() {
        // a: 0.6 * 0.2, b: 0.2 * 0.6, c: 0.2 * 0.2 over three labels: 0.12, 0.12, 0.04 of 0.28.
        LabelDistribution teacher = LabelDistribution.of(List.of(new Candidate("a", 0.6), new Candidate("b", 0.2)), 3);
        LabelDistribution student = LabelDistribution.of(List.of(new Candidate("b", 0.6)), 3);
        List<Candidate> product = teacher.times(student, 1, 5).candidates();
        assertThat(product).extracting(Candidate::label).containsExactly("a", "b");
        assertThat(product.get(0).confidence()).isCloseTo(0.12 / 0.28, within(1e-9));
        assertThat(product.get(1).confidence()).isCloseTo(0.12 / 0.28, within(1e-9));
        assertThat(teacher.times(student, 0, 5).candidates().get(0).confidence())
                .isCloseTo(0.6, within(1e-9));
    }

    /** Answers "a" with one confidence, the first so many of them right, among the labels a and b. */
    private static List<JudgedOpinion> opinions(double confidence, int right, int all) {
        List<JudgedOpinion> opinions = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            String truth = i < right ? "a" : "b";
            opinions.add(new JudgedOpinion(
                    "id-" + i, truth, List.of(new Candidate("a", confidence), new Candidate("b", 1 - confidence))));
        }
        return opinions;
    }
}
