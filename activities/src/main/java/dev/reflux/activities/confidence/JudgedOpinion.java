package dev.reflux.activities.confidence;

import dev.reflux.activities.shard.Sample.Candidate;
import java.util.List;

/**
 * What a model that was not fitted on a sample thinks of it, beside its truth.
 *
 * @param id the sample's id
 * @param truth its true label
 * @param candidates the model's most probable labels, best first; never empty
 */
public record JudgedOpinion(String id, String truth, List<Candidate> candidates) {

    public JudgedOpinion {
        candidates = List.copyOf(candidates);
    }

    /** The label it would give, its confidence in it, and whether that is right. */
    public JudgedConfidence judged() {
        Candidate best = candidates.get(0);
        return new JudgedConfidence(
                best.label(), best.confidence(), best.label().equals(truth));
    }
}
