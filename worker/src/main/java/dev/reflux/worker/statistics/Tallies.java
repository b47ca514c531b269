package dev.reflux.worker.statistics;

import dev.reflux.worker.dataset.Frequencies;
import java.util.Map;
import java.util.TreeMap;

/** How often words occur: the first ten thousand different ones by name, later ones in one figure. */
final class Tallies {

    static final int MOST = 10_000;

    private final Map<String, Long> counts = new TreeMap<>();
    private long others;

    void add(String word) {
        if (counts.containsKey(word) || counts.size() < MOST) {
            counts.merge(word, 1L, Long::sum);
        } else {
            others++;
        }
    }

    /** Occurrences of words that are not counted by name. */
    long others() {
        return others;
    }

    /** The most frequent first, of equals by name. */
    Map<String, Long> byFrequency() {
        return Frequencies.sorted(counts);
    }
}
