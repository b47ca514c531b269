package dev.reflux.activities.linear;

import java.util.List;
import java.util.Random;

/**
 * Fits a {@link SoftmaxRegression} to weighted examples by stochastic gradient descent with a step size per feature
 * (AdaGrad, Duchi et al. 2011), which lets rare n-grams learn as fast as common ones. The same examples in the same order
 * give the same weights.
 *
 * <p>liblinear knows neither weights of examples nor the multinomial loss; Tribuo knows both, but brings its own example,
 * provenance and serialisation model for what is one loop here.
 */
public final class SoftmaxTrainer {

    /** Keeps the first step finite. */
    private static final float LEAST_GRADIENT = 1e-8f;

    private static final long SHUFFLE_SEED = 7;

    private final Settings settings;

    /**
     * @param l2 strength of the pull of all weights towards zero, beside one example of weight 1
     * @param epochs how often every example is looked at
     * @param rate size of the first step; falls to zero along the epochs
     */
    public record Settings(double l2, int epochs, double rate) {}

    public SoftmaxTrainer(Settings settings) {
        this.settings = settings;
    }

    /**
     * Fits a model.
     *
     * @param features number of features, more than any index in the examples
     * @param labels number of labels, more than any label in the examples
     */
    public SoftmaxRegression train(List<Example> examples, int features, int labels) {
        Descent descent = new Descent(examples, features, labels);
        int[] order = new int[examples.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Random random = new Random(SHUFFLE_SEED);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            shuffle(order, random);
            double rate = settings.rate() * (1 - (double) epoch / settings.epochs());
            for (int i : order) {
                descent.step(examples.get(i), rate);
            }
        }
        return new SoftmaxRegression(features, labels, descent.weights);
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    private final class Descent {

        private final int labels;
        private final float[] weights;
        /** Examples that hold a feature: the pull of one epoch is spread over them. */
        private final float[] holders;

        private final float[] squaredGradients;
        private final float[] gradient;

        Descent(List<Example> examples, int features, int labels) {
            this.labels = labels;
            weights = new float[Math.multiplyExact(features, labels)];
            holders = new float[features];
            squaredGradients = new float[features];
            gradient = new float[labels];
            for (Example example : examples) {
                for (int feature : example.features().indices) {
                    holders[feature]++;
                }
            }
        }

        void step(Example example, double rate) {
            FeatureVector vector = example.features();
            float squared = lossGradient(example);
            for (int i = 0; i < vector.size(); i++) {
                int feature = vector.indices[i];
                float value = vector.values[i];
                squaredGradients[feature] += value * value * squared;
                double step = rate / Math.sqrt(squaredGradients[feature] + LEAST_GRADIENT);
                float shrink = (float) Math.max(0, 1 - step * settings.l2() / holders[feature]);
                descend(feature * labels, shrink, (float) step * value);
            }
        }

        private void descend(int row, float shrink, float step) {
            for (int label = 0; label < labels; label++) {
                weights[row + label] = weights[row + label] * shrink - step * gradient[label];
            }
        }

        /** Leaves the loss's gradient by logit in {@link #gradient} and returns its squared length. */
        private float lossGradient(Example example) {
            double[] scores = new SoftmaxRegression(0, labels, weights).scores(example.features());
            double[] probabilities = SoftmaxRegression.probabilities(scores, 1);
            float squared = 0;
            for (int label = 0; label < labels; label++) {
                double truth = label == example.label() ? 1 : 0;
                gradient[label] = (float) (example.weight() * (probabilities[label] - truth));
                squared += gradient[label] * gradient[label];
            }
            return squared;
        }
    }
}
