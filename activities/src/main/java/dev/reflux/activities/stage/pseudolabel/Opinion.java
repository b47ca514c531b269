package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.shard.Sample.Candidate;
import java.util.List;

/**
 * What a teacher thinks of one text, its confidence not yet calibrated.
 *
 * @param label its label, or null where it has none
 * @param confidence its raw confidence in [0, 1]; 0 where it has no label
 * @param candidates the most probable labels, best first, at most {@link #MOST_CANDIDATES}; empty without such a view
 * @param reason why it has no label, a kebab-case word; null where it has one
 */
record Opinion(String label, double confidence, List<Candidate> candidates, String reason) {

    static final int MOST_CANDIDATES = 5;

    Opinion {
        candidates = candidates.stream().limit(MOST_CANDIDATES).toList();
    }

    static Opinion of(String label, double confidence, List<Candidate> candidates) {
        return new Opinion(label, confidence, candidates, null);
    }

    static Opinion none(String reason) {
        return new Opinion(null, 0, List.of(), reason);
    }

    boolean isLabelled() {
        return label != null;
    }
}
