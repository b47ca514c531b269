package dev.reflux.worker.difference;

import dev.reflux.activities.shard.Sample;
import dev.reflux.worker.dataset.Frequencies;
import dev.reflux.worker.difference.Difference.Change;
import dev.reflux.worker.difference.Difference.Changes;
import dev.reflux.worker.difference.Difference.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Samples that are in both datasets and differ. */
final class ChangeLog {

    private final int examples;
    private final Map<Integer, Change> shown = new LinkedHashMap<>();
    private final Map<String, Long> kinds = new TreeMap<>();
    private final Map<String, Long> labels = new TreeMap<>();
    private final Map<String, Long> decisions = new TreeMap<>();
    private long count;

    ChangeLog(int examples) {
        this.examples = examples;
    }

    /** @param place of the first one in its dataset */
    void compare(int place, Remembered first, Sample sample) {
        Remembered second = Remembered.of(sample);
        List<String> differences = first.differences(second);
        if (differences.isEmpty()) {
            return;
        }
        count++;
        differences.forEach(kind -> kinds.merge(kind, 1L, Long::sum));
        if (differences.contains("label")) {
            add(labels, first.label(), second.label());
        }
        if (differences.contains("decision")) {
            add(decisions, first.decision(), second.decision());
        }
        if (shown.size() < examples) {
            shown.put(place, new Change(differences, null, Shown.of(sample)));
        }
    }

    private static void add(Map<String, Long> changes, String before, String after) {
        String change = (before == null ? "none" : before) + " → " + (after == null ? "none" : after);
        if (changes.containsKey(change) || changes.size() < Counted.MOST) {
            changes.merge(change, 1L, Long::sum);
        }
    }

    /** Completes the example that began at this place, if one did. */
    void show(int place, Sample first) {
        shown.computeIfPresent(place, (at, change) -> new Change(change.kinds(), Shown.of(first), change.second()));
    }

    long count() {
        return count;
    }

    Changes changes() {
        return new Changes(
                count,
                kinds,
                Frequencies.sorted(labels),
                Frequencies.sorted(decisions),
                new ArrayList<>(shown.values()));
    }
}
