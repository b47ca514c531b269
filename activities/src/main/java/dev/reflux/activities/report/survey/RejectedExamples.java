package dev.reflux.activities.report.survey;

import dev.reflux.activities.shard.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The first few rejected samples of each reason, in the order of the shards. */
public final class RejectedExamples {
    private static final int PER_REASON = 3;
    /** Reasons are a short list by design; this keeps a careless stage from filling the page. */
    private static final int REASONS = 24;

    private final SortedMap<String, List<Sample>> examples = new TreeMap<>();

    void add(Sample sample) {
        if (examples.containsKey(sample.reason()) || examples.size() < REASONS) {
            List<Sample> sameReason = examples.computeIfAbsent(sample.reason(), reason -> new ArrayList<>());
            if (sameReason.size() < PER_REASON) {
                sameReason.add(sample);
            }
        }
    }

    public SortedMap<String, List<Sample>> byReason() {
        return Collections.unmodifiableSortedMap(examples);
    }
}
