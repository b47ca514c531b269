package dev.reflux.activities.student;

import dev.reflux.activities.shard.Sample.Candidate;
import java.util.List;

/** A trained classifier. Safe for many threads. */
public interface Student {

    /** The most probable labels of a text, best first, with calibrated probabilities; at most {@code most} of them. */
    List<Candidate> classify(String text, int most);
}
