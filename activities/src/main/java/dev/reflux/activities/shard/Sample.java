package dev.reflux.activities.shard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * The unit of data: one flat record that stages read and write.
 *
 * @param id derived from content and lineage, so that a rerun makes the same ids
 * @param text what is to be labelled
 * @param label the label in force, or null before there is one
 * @param confidence probability in [0, 1] that the label is right, or null
 * @param candidates the most probable labels, best first; empty where there is no such view
 * @param decision whether the sample goes on
 * @param reason why it was rejected, a stable kebab-case word; null where it was not
 * @param provenance where it comes from and what made its label
 */
public record Sample(
        String id,
        String text,
        String label,
        Double confidence,
        List<Candidate> candidates,
        Decision decision,
        String reason,
        Provenance provenance) {

    /** Whether a sample goes on to the next stage. */
    public enum Decision {
        ACCEPTED,
        REJECTED
    }

    /** A label with its probability in [0, 1]. */
    public record Candidate(String label, double confidence) {}

    /**
     * Where a sample comes from and what made its label.
     *
     * @param origin input file's name and line, such as {@code pool.jsonl:17}
     * @param teacher identity of the teacher that labelled it, or null
     * @param prompt SHA-256 of the prompt template, or null where no prompt was used
     * @param round round of the label, 0 before the first
     * @param stage stage that decided on it last, or null
     */
    public record Provenance(String origin, String teacher, String prompt, int round, String stage) {}

    public Sample {
        candidates = List.copyOf(candidates);
    }

    /** This sample under another label, accepted so far. */
    public Sample labelled(String newLabel, double newConfidence, List<Candidate> newCandidates, Provenance by) {
        return new Sample(id, text, newLabel, newConfidence, newCandidates, Decision.ACCEPTED, null, by);
    }

    /** This sample, rejected for a reason; label and confidence stay on record. */
    public Sample rejected(String why) {
        return new Sample(id, text, label, confidence, candidates, Decision.REJECTED, why, provenance);
    }

    @JsonIgnore
    public boolean isAccepted() {
        return decision == Decision.ACCEPTED;
    }
}
