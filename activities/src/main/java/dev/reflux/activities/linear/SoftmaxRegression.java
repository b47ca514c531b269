package dev.reflux.activities.linear;

/** A multinomial logistic regression without intercepts. Safe for many threads. */
public final class SoftmaxRegression {

    private final int features;
    private final int labels;
    /** Weight of feature f for label k at {@code f * labels + k}: an example walks through it in whole rows. */
    private final float[] weights;

    /** @param weights {@code features * labels} of them, the labels of a feature side by side; not copied */
    public SoftmaxRegression(int features, int labels, float[] weights) {
        this.features = features;
        this.labels = labels;
        this.weights = weights;
    }

    public int features() {
        return features;
    }

    public int labels() {
        return labels;
    }

    public float weight(int feature, int label) {
        return weights[feature * labels + label];
    }

    /** Logits by label. */
    public double[] scores(FeatureVector vector) {
        float[] sums = new float[labels];
        for (int i = 0; i < vector.size(); i++) {
            float value = vector.values[i];
            int row = vector.indices[i] * labels;
            for (int label = 0; label < labels; label++) {
                sums[label] += value * weights[row + label];
            }
        }
        double[] scores = new double[labels];
        for (int label = 0; label < labels; label++) {
            scores[label] = sums[label];
        }
        return scores;
    }

    /** Probabilities by label at a temperature; 1 is the model's own. */
    public static double[] probabilities(double[] scores, double temperature) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            greatest = Math.max(greatest, score);
        }
        double[] probabilities = new double[scores.length];
        double sum = 0;
        for (int label = 0; label < scores.length; label++) {
            probabilities[label] = StrictMath.exp((scores[label] - greatest) / temperature);
            sum += probabilities[label];
        }
        for (int label = 0; label < scores.length; label++) {
            probabilities[label] /= sum;
        }
        return probabilities;
    }
}
