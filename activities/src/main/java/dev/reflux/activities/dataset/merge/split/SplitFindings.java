package dev.reflux.activities.dataset.merge.split;

import dev.reflux.config.Split;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came out of a split, counted sample by sample. */
final class SplitFindings {

    private final Map<String, Long> samples = new TreeMap<>();
    private final Map<String, Map<String, Long>> labels = new TreeMap<>();
    private long straddling;

    /**
     * As it is written.
     *
     * @param samples by part
     * @param labels samples by part and label
     * @param straddling new samples that were rejected because they connect samples of several parts
     */
    record Written(Map<String, Long> samples, Map<String, Map<String, Long>> labels, long straddling) {}

    SplitFindings() {
        for (Split part : Split.values()) {
            samples.put(name(part), 0L);
        }
    }

    /** @param part null for a sample that straddles */
    void count(Split part, String label) {
        if (part == null) {
            straddling++;
            return;
        }
        samples.merge(name(part), 1L, Long::sum);
        if (!label.isEmpty()) {
            labels.computeIfAbsent(name(part), none -> new TreeMap<>()).merge(label, 1L, Long::sum);
        }
    }

    Written written() {
        return new Written(samples, labels, straddling);
    }

    static String name(Split part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
