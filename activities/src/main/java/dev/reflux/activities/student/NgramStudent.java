package dev.reflux.activities.student;

import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.linear.SoftmaxRegression;
import dev.reflux.activities.shard.Sample.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A multinomial logistic regression over hashed word and character n-grams, its probabilities calibrated on the seeds. */
public final class NgramStudent implements Student {

    private final List<String> labels;
    private final TfIdf weighing;
    private final SoftmaxRegression regression;
    private final double temperature;
    private final List<JudgedOpinion> seedOpinions;

    NgramStudent(
            List<String> labels,
            TfIdf weighing,
            SoftmaxRegression regression,
            double temperature,
            List<JudgedOpinion> seedOpinions) {
        this.labels = List.copyOf(labels);
        this.weighing = weighing;
        this.regression = regression;
        this.temperature = temperature;
        this.seedOpinions = List.copyOf(seedOpinions);
    }

    @Override
    public List<Candidate> classify(String text, int most) {
        double[] scores = regression.scores(weighing.vector(text));
        return best(SoftmaxRegression.probabilities(scores, temperature), labels, most);
    }

    @Override
    public List<JudgedOpinion> seedOpinions() {
        return seedOpinions;
    }

    /** The greatest probabilities with their labels, best first; equal ones by name. */
    static List<Candidate> best(double[] probabilities, List<String> labels, int most) {
        List<Candidate> all = new ArrayList<>();
        for (int label = 0; label < probabilities.length; label++) {
            all.add(new Candidate(labels.get(label), probabilities[label]));
        }
        all.sort(Comparator.comparingDouble(Candidate::confidence).reversed().thenComparing(Candidate::label));
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    List<String> labels() {
        return labels;
    }

    TfIdf weighing() {
        return weighing;
    }

    SoftmaxRegression regression() {
        return regression;
    }

    double temperature() {
        return temperature;
    }
}
