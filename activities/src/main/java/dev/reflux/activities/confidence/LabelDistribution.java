package dev.reflux.activities.confidence;

import dev.reflux.activities.shard.Sample.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Probabilities over all labels of which only the greatest are known: what the candidates leave is spread evenly over the
 * labels that are not among them.
 */
public final class LabelDistribution {

    /** A label that nobody considered still has a chance: keeps logarithms finite. */
    private static final double LEAST_PROBABILITY = 1e-6;

    private final List<Candidate> candidates;
    private final int labels;

    private LabelDistribution(List<Candidate> candidates, int labels) {
        this.candidates = candidates;
        this.labels = labels;
    }

    /** @param labels number of labels there are; taken for the number of candidates where it is less */
    public static LabelDistribution of(List<Candidate> candidates, int labels) {
        return new LabelDistribution(List.copyOf(candidates), labels);
    }

    public List<Candidate> candidates() {
        return candidates;
    }

    /** Probability of a label. */
    public double of(String label) {
        for (Candidate candidate : candidates) {
            if (candidate.label().equals(label)) {
                return Math.max(LEAST_PROBABILITY, candidate.confidence());
            }
        }
        return probabilityOfOthers();
    }

    /** This distribution with its logits divided by a temperature. */
    LabelDistribution atTemperature(double temperature) {
        if (temperature == 1) {
            return this;
        }
        double others = unnamed() == 0 ? 0 : unnamed() * StrictMath.pow(probabilityOfOthers(), 1 / temperature);
        List<Double> powers = new ArrayList<>();
        for (Candidate candidate : candidates) {
            powers.add(StrictMath.pow(Math.max(LEAST_PROBABILITY, candidate.confidence()), 1 / temperature));
        }
        double sum = others + powers.stream().mapToDouble(Double::doubleValue).sum();
        List<Candidate> scaled = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            scaled.add(new Candidate(candidates.get(i).label(), powers.get(i) / sum));
        }
        return new LabelDistribution(scaled, labels);
    }

    /**
     * The normalised product of this distribution and another's power: two views that err independently.
     *
     * @param weight exponent of the other; 0 leaves this one as it is
     * @param most how many candidates to keep
     */
    public LabelDistribution times(LabelDistribution other, double weight, int most) {
        Map<String, Double> products = new TreeMap<>();
        for (Candidate candidate : candidates) {
            products.put(candidate.label(), product(candidate.label(), other, weight));
        }
        for (Candidate candidate : other.candidates) {
            products.put(candidate.label(), product(candidate.label(), other, weight));
        }
        int outside = Math.max(0, labels - products.size());
        double sum = outside * probabilityOfOthers() * StrictMath.pow(other.probabilityOfOthers(), weight);
        for (double product : products.values()) {
            sum += product;
        }
        List<Candidate> combined = new ArrayList<>();
        for (Map.Entry<String, Double> product : products.entrySet()) {
            combined.add(new Candidate(product.getKey(), product.getValue() / sum));
        }
        combined.sort(
                Comparator.comparingDouble(Candidate::confidence).reversed().thenComparing(Candidate::label));
        return new LabelDistribution(List.copyOf(combined.subList(0, Math.min(most, combined.size()))), labels);
    }

    private double product(String label, LabelDistribution other, double weight) {
        return of(label) * StrictMath.pow(other.of(label), weight);
    }

    private double probabilityOfOthers() {
        double rest = 1;
        for (Candidate candidate : candidates) {
            rest -= candidate.confidence();
        }
        return Math.max(LEAST_PROBABILITY, rest / Math.max(1, unnamed()));
    }

    private int unnamed() {
        return Math.max(0, labels - candidates.size());
    }
}
