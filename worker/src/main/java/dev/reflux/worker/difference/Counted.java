package dev.reflux.worker.difference;

import dev.reflux.worker.difference.Difference.Both;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Words counted in both datasets: the first ten thousand different ones, the others together. */
final class Counted {

    static final int MOST = 10_000;

    private static final String OTHERS = "(others)";

    private final Map<String, Both> counts = new TreeMap<>();

    void add(String word, boolean inFirst) {
        String name = counts.containsKey(word) || counts.size() < MOST ? word : OTHERS;
        Both before = counts.getOrDefault(name, new Both(0, 0));
        counts.put(
                name,
                inFirst
                        ? new Both(before.first() + 1, before.second())
                        : new Both(before.first(), before.second() + 1));
    }

    /** The most frequent first, of equals by name. */
    Map<String, Both> byFrequency() {
        Map<String, Both> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Both>>comparingLong(entry ->
                                -entry.getValue().first() - entry.getValue().second())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
