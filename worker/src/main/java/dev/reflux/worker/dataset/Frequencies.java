package dev.reflux.worker.dataset;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The order in which counts are shown. */
public final class Frequencies {

    private Frequencies() {}

    /** The most frequent first, of equals by name. */
    public static Map<String, Long> sorted(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
