package dev.reflux.activities.learning;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import java.util.List;

/** Samples for tests, in a line each. */
public final class Samples {

    private Samples() {}

    /** A sample under a label, with one candidate. */
    public static Sample labelled(String id, String text, String label, double confidence) {
        return viewed(id, text, List.of(new Candidate(label, confidence)));
    }

    /** A sample under the best of its candidates. */
    public static Sample viewed(String id, String text, List<Candidate> candidates) {
        Candidate best = candidates.get(0);
        Provenance provenance = new Provenance("test.jsonl:1", null, null, 0, null);
        return new Sample(id, text, best.label(), best.confidence(), candidates, Decision.ACCEPTED, null, provenance);
    }
}
