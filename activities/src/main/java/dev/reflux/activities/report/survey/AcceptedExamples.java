package dev.reflux.activities.report.survey;

import dev.reflux.activities.shard.Sample;
import java.util.Collection;
import java.util.Collections;
import java.util.TreeMap;

/** A few accepted samples: those of the least ids, which are hashes, so that they are as good as drawn by lot. */
public final class AcceptedExamples {
    private static final int MOST = 4;

    private final TreeMap<String, Sample> examples = new TreeMap<>();

    void add(Sample sample) {
        examples.put(sample.id(), sample);
        if (examples.size() > MOST) {
            examples.pollLastEntry();
        }
    }

    /** In the order of their ids. */
    public Collection<Sample> samples() {
        return Collections.unmodifiableCollection(examples.values());
    }
}
