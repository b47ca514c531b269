package dev.reflux.activities.dataset.merge.deduplicate;

import java.util.List;

/**
 * What is kept of a sample, so that later ones can be compared with it and its text need not be read again.
 *
 * @param score mean score of its verdicts, negative infinity where it has none
 * @param isEmpty whether there was nothing to compare
 * @param key of its normalised text
 * @param traits for each way of likeness, in the order of the settings
 */
record KeptText(String id, double score, double confidence, boolean isEmpty, long key, List<long[]> traits) {

    KeptText {
        traits = List.copyOf(traits);
    }

    /** Longs that its traits are. */
    int longs() {
        return traits.stream().mapToInt(each -> each.length).sum();
    }
}
