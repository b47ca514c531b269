package dev.reflux.activities.student;

import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.shard.Sample.Candidate;
import java.util.List;

/** A trained classifier. Safe for many threads. */
public interface Student {

    /** The most probable labels of a text, best first, with calibrated probabilities; at most {@code most} of them. */
    List<Candidate> classify(String text, int most);

    /** What students trained likewise, but without a seed, think of it, calibrated; empty where nobody asked. */
    default List<JudgedOpinion> seedOpinions() {
        return List.of();
    }
}
