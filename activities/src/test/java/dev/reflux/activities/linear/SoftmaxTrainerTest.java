package dev.reflux.activities.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SoftmaxTrainerTest {

    private static final SoftmaxTrainer TRAINER = new SoftmaxTrainer(new SoftmaxTrainer.Settings(0.01, 200, 1));

    @Test
    void learnsWhichFeatureMeansWhichLabel() {
        SoftmaxRegression model = TRAINER.train(List.of(example(0, 0, 1), example(1, 1, 1), example(2, 2, 1)), 3, 3);
        for (int label = 0; label < 3; label++) {
            double[] probabilities = SoftmaxRegression.probabilities(model.scores(feature(label)), 1);
            assertThat(probabilities[label]).isGreaterThan(0.9);
            assertThat(probabilities[0] + probabilities[1] + probabilities[2]).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void contradictingExamplesCountByTheirWeights() {
        SoftmaxRegression model = TRAINER.train(List.of(example(0, 0, 3), example(0, 1, 1)), 1, 2);
        double[] probabilities = SoftmaxRegression.probabilities(model.scores(feature(0)), 1);
        assertThat(probabilities[0]).isCloseTo(0.75, within(0.05));
    }

    @Test
    void givesTheSameWeightsTwice() {
        List<Example> examples = List.of(example(0, 0, 1), example(1, 1, 0.5), example(0, 1, 0.2));
        assertThat(TRAINER.train(examples, 2, 2).scores(feature(0)))
                .containsExactly(TRAINER.train(examples, 2, 2).scores(feature(0)));
    }

    @Test
    void temperatureFlattensProbabilities() {
        assertThat(SoftmaxRegression.probabilities(new double[] {2, 0}, 2)[0])
                .isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
    }

    private static Example example(int feature, int label, double weight) {
        return new Example(feature(feature), label, weight);
    }

    private static FeatureVector feature(int index) {
        return new FeatureVector(new int[] {index}, new float[] {1});
    }
}
