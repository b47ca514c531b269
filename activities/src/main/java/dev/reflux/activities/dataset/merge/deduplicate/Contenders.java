package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What is remembered of each sample to tell which of several is the best, about a hundred bytes. */
final class Contenders {

    private static final double UNJUDGED = Double.NEGATIVE_INFINITY;

    private final List<String> ids = new ArrayList<>();
    private double[] scores = new double[1024];
    private double[] confidences = new double[1024];

    void add(Sample sample) {
        add(sample.id(), score(sample), sample.confidence() == null ? 0 : sample.confidence());
    }

    /** One that was remembered before. */
    void add(String id, double score, double confidence) {
        int place = ids.size();
        if (place == scores.length) {
            scores = Arrays.copyOf(scores, 2 * place);
            confidences = Arrays.copyOf(confidences, 2 * place);
        }
        ids.add(id);
        scores[place] = score;
        confidences[place] = confidence;
    }

    int count() {
        return ids.size();
    }

    String id(int place) {
        return ids.get(place);
    }

    double score(int place) {
        return scores[place];
    }

    double confidence(int place) {
        return confidences[place];
    }

    /** True if the first is better: by score, then by confidence, then by the lower id. */
    boolean isBetter(int one, int other) {
        int byScore = Double.compare(scores[one], scores[other]);
        int byConfidence = byScore == 0 ? Double.compare(confidences[one], confidences[other]) : byScore;
        int byId = byConfidence == 0 ? ids.get(other).compareTo(ids.get(one)) : byConfidence;
        return byId == 0 ? one < other : byId > 0;
    }

    /** Mean of the scores that verifiers and judges gave the first answer. */
    private static double score(Sample sample) {
        if (sample.answers().isEmpty()) {
            return UNJUDGED;
        }
        return sample.answers().get(0).verdicts().stream()
                .filter(verdict -> verdict.outcome() != Outcome.UNDECIDED)
                .map(Verdict::score)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(UNJUDGED);
    }
}
