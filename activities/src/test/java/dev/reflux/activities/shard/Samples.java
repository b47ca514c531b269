package dev.reflux.activities.shard;

import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import java.util.List;
import java.util.stream.IntStream;

/** Samples to test with. */
public final class Samples {

    private Samples() {}

    /** A sample under a label, with one candidate. */
    public static Sample labelled(String id, String text, String label, double confidence) {
        return viewed(id, text, List.of(new Candidate(label, confidence)));
    }

    /** A sample under the first of its candidates, the best. */
    public static Sample viewed(String id, String text, List<Candidate> candidates) {
        Candidate best = candidates.get(0);
        Provenance provenance = new Provenance("pool.jsonl:1", "small-model", null, 1, "pseudo-label");
        return new Sample(id, text, best.label(), best.confidence(), candidates, Decision.ACCEPTED, null, provenance);
    }

    /** Samples {@code <prefix>-0}, {@code <prefix>-1}, … with different texts. */
    public static List<Sample> some(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        labelled(prefix + "-" + i, "Wo ist mein Päckchen " + prefix + " Nr. " + i + "?", "lost", 0.5))
                .toList();
    }
}
