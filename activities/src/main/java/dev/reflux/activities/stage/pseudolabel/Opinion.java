package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.shard.Sample.Candidate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a teacher thinks of one text, its confidence not yet calibrated.
 *
 * @param candidates its label first, then the likeliest others, at most {@link #MOST_CANDIDATES} in all, with raw
 *     probabilities in [0, 1]; empty where it has no label
 * @param reason why it has no label, a kebab-case word; null where it has one
 */
record Opinion(List<Candidate> candidates, String reason) {

    static final int MOST_CANDIDATES = 5;

    Opinion {
        candidates = candidates.stream().limit(MOST_CANDIDATES).toList();
    }

    /** @param others may hold the label itself too */
    static Opinion of(String label, double confidence, List<Candidate> others) {
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(new Candidate(label, confidence));
        others.stream().filter(other -> !other.label().equals(label)).forEach(candidates::add);
        return new Opinion(candidates, null);
    }

    static Opinion none(String reason) {
        return new Opinion(List.of(), reason);
    }

    boolean isLabelled() {
        return !candidates.isEmpty();
    }
}
