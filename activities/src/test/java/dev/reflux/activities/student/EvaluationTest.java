package dev.reflux.activities.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reflux.activities.student.Evaluation.Answer;
import dev.reflux.activities.student.Evaluation.Bin;
import dev.reflux.activities.student.Evaluation.Confusion;
import dev.reflux.activities.student.Evaluation.LabelScore;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final List<Answer> ANSWERS = List.of(
            new Answer("a", "a", 0.9),
            new Answer("a", "a", 0.9),
            new Answer("a", "b", 0.9),
            new Answer("b", "b", 0.5),
            new Answer("b", "c", 0.5));

    @Test
    void measuresAsByHand() {
        Evaluation evaluation = Evaluation.of(ANSWERS);
        assertThat(evaluation.accuracy()).isEqualTo(0.6);
        assertThat(evaluation.labels())
                .containsExactly(
                        new LabelScore("a", 1, 2.0 / 3, 0.8, 3),
                        new LabelScore("b", 0.5, 0.5, 0.5, 2),
                        new LabelScore("c", 0, 0, 0, 0));
        assertThat(evaluation.macroF1()).isCloseTo(1.3 / 3, within(1e-12));
        assertThat(evaluation.confusions()).containsExactly(new Confusion("a", "b", 1), new Confusion("b", "c", 1));
    }

    @Test
    void weighsEachBinsDistanceFromAccuracyByItsSamples() {
        // Three at 0.9 of which 2/3 are right, two at 0.5 of which 1/2 is: 3/5 * (0.9 - 2/3) + 2/5 * 0.
        assertThat(Evaluation.of(ANSWERS).calibrationError()).isCloseTo(0.14, within(1e-12));
    }

    @Test
    void binsAreOpenBelowAndClosedAbove() {
        List<Bin> bins = Evaluation.of(
                        List.of(new Answer("a", "a", 1), new Answer("a", "a", 0), new Answer("a", "a", 0.2)))
                .bins();
        assertThat(bins).extracting(Bin::to).containsExactly(1.0 / 15, 3.0 / 15, 1.0);
    }

    @Test
    void hasFiguresForNothing() {
        assertThat(Evaluation.of(List.of())).isEqualTo(new Evaluation(0, 0, 0, 0, List.of(), List.of(), List.of()));
    }
}
