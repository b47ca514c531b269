package dev.reflux.activities.stage.propagate;

import dev.reflux.activities.confidence.LabelDistribution;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** All labels in their order, and opinions as probabilities in that order. */
final class LabelSpace {

    private static final int MOST_CANDIDATES = 5;

    /** Confidences in millionths keep the preparation's file short. */
    private static final double DIGITS = 1e6;

    private final List<String> labels;

    private LabelSpace(List<String> labels) {
        this.labels = labels;
    }

    /** The labels of the seeds and all that anybody considered. */
    static LabelSpace of(List<Sample> seeds, List<Sample> samples) {
        TreeSet<String> labels = new TreeSet<>();
        seeds.forEach(seed -> labels.add(seed.label()));
        samples.forEach(sample -> sample.candidates().forEach(candidate -> labels.add(candidate.label())));
        return new LabelSpace(List.copyOf(labels));
    }

    int size() {
        return labels.size();
    }

    float[] certain(String label) {
        float[] probabilities = new float[labels.size()];
        probabilities[labels.indexOf(label)] = 1;
        return probabilities;
    }

    float[] probabilities(List<Candidate> candidates) {
        LabelDistribution distribution = LabelDistribution.of(candidates, labels.size());
        float[] probabilities = new float[labels.size()];
        for (int label = 0; label < probabilities.length; label++) {
            probabilities[label] = (float) distribution.of(labels.get(label));
        }
        return probabilities;
    }

    /** The most probable labels, best first; equal ones by name. */
    List<Candidate> candidates(float[] probabilities) {
        List<Candidate> all = new ArrayList<>();
        for (int label = 0; label < probabilities.length; label++) {
            all.add(new Candidate(labels.get(label), Math.min(1, Math.rint(probabilities[label] * DIGITS) / DIGITS)));
        }
        all.sort(Comparator.comparingDouble(Candidate::confidence).reversed().thenComparing(Candidate::label));
        return List.copyOf(all.subList(0, Math.min(MOST_CANDIDATES, all.size())));
    }
}
