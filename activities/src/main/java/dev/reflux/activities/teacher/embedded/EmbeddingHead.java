package dev.reflux.activities.teacher.embedded;

import dev.reflux.activities.linear.Example;
import dev.reflux.activities.linear.FeatureVector;
import dev.reflux.activities.linear.SoftmaxRegression;
import dev.reflux.activities.linear.SoftmaxTrainer;
import dev.reflux.activities.shard.Sample.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A classifier over sentence vectors. Vectors are taken relative to the mean of those it was trained on, which removes what
 * all texts of a campaign share.
 */
final class EmbeddingHead {

    /** On five seeds a label, 0.05 to 0.1 were best and 60 to 100 epochs gave the same; measured on Banking77. */
    static final SoftmaxTrainer.Settings SETTINGS = new SoftmaxTrainer.Settings(0.1, 60, 1.0);

    /** Confidences in millionths keep replies short; a calibration cannot tell the difference. */
    private static final double DIGITS = 1e6;

    private final List<String> labels;
    private final float[] mean;
    private final SoftmaxRegression regression;

    /** A vector under the index of its label. */
    record LabelledVector(float[] vector, int label) {}

    private EmbeddingHead(List<String> labels, float[] mean, SoftmaxRegression regression) {
        this.labels = labels;
        this.mean = mean;
        this.regression = regression;
    }

    static EmbeddingHead trainedOn(List<LabelledVector> vectors, List<String> labels) {
        float[] mean = meanOf(vectors);
        List<Example> examples = new ArrayList<>();
        for (LabelledVector vector : vectors) {
            examples.add(new Example(centred(vector.vector(), mean), vector.label(), 1));
        }
        SoftmaxTrainer trainer = new SoftmaxTrainer(SETTINGS);
        return new EmbeddingHead(labels, mean, trainer.train(examples, mean.length, labels.size()));
    }

    /** The most probable labels, best first; equal ones by name. */
    List<Candidate> classify(float[] vector, int most) {
        double[] scores = regression.scores(centred(vector, mean));
        double[] probabilities = SoftmaxRegression.probabilities(scores, 1);
        List<Candidate> all = new ArrayList<>();
        for (int label = 0; label < probabilities.length; label++) {
            all.add(new Candidate(labels.get(label), Math.rint(probabilities[label] * DIGITS) / DIGITS));
        }
        all.sort(Comparator.comparingDouble(Candidate::confidence).reversed().thenComparing(Candidate::label));
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    private static float[] meanOf(List<LabelledVector> vectors) {
        float[] mean = new float[SentenceEncoder.DIMENSIONS];
        for (LabelledVector vector : vectors) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += vector.vector()[d] / vectors.size();
            }
        }
        return mean;
    }

    private static FeatureVector centred(float[] vector, float[] mean) {
        double squares = 0;
        for (int d = 0; d < vector.length; d++) {
            double difference = vector[d] - mean[d];
            squares += difference * difference;
        }
        double length = squares == 0 ? 1 : Math.sqrt(squares);
        float[] unit = new float[vector.length];
        for (int d = 0; d < vector.length; d++) {
            unit[d] = (float) ((vector[d] - mean[d]) / length);
        }
        return FeatureVector.dense(unit);
    }
}
