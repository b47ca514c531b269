package dev.reflux.activities.dataset.merge.split;

import dev.reflux.config.Split;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came out of a split, counted sample by sample and group by group. */
final class SplitFindings {

    private final Map<String, Long> samples = new TreeMap<>();
    private final Map<String, Map<String, Long>> labels = new TreeMap<>();
    private final Map<String, Long> groups = new TreeMap<>();
    private long straddling;

    SplitFindings() {
        for (Split part : Split.values()) {
            samples.put(name(part), 0L);
            groups.put(name(part), 0L);
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

    /** @param part null for a group whose samples are in several */
    void countGroup(Split part) {
        if (part != null) {
            groups.merge(name(part), 1L, Long::sum);
        }
    }

    /** @param settings by which the samples were split */
    Division division(SplitSettings settings) {
        long all = samples.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> wanted = new TreeMap<>();
        for (Split part : Split.values()) {
            wanted.put(name(part), settings.wanted(part, all));
        }
        return new Division(samples, labels, straddling, groups, wanted);
    }

    static String name(Split part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
