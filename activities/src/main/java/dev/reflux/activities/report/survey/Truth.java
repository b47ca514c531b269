package dev.reflux.activities.report.survey;

import dev.reflux.activities.shard.ShardSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The gold labels of pool samples by their ids, in eight bytes a sample: the upper 44 bits of a word are a hash of the
 * id, the lower ones number the label. Among a million samples the chance that any two share a hash is 3 %, and then one of
 * them may be measured by the other's label.
 */
final class Truth {
    private static final int LABEL_BITS = 20;
    private static final long LABEL_MASK = (1L << LABEL_BITS) - 1;

    private final long[] words;
    private final List<String> labels;

    private Truth(long[] words, List<String> labels) {
        this.words = words;
        this.labels = labels;
    }

    static Truth of(ShardSet gold) {
        List<String> labels = new ArrayList<>();
        Map<String, Integer> numbers = new TreeMap<>();
        long[][] words = {new long[1024]};
        int[] size = {0};
        gold.forEach(sample -> {
            int number = numbers.computeIfAbsent(sample.label(), label -> {
                labels.add(label);
                return labels.size() - 1;
            });
            if (size[0] == words[0].length) {
                words[0] = Arrays.copyOf(words[0], size[0] * 2);
            }
            words[0][size[0]++] = hash(sample.id()) | number;
        });
        long[] sorted = Arrays.copyOf(words[0], size[0]);
        Arrays.sort(sorted);
        return new Truth(sorted, labels);
    }

    /** The true label of a sample, or null where it has none. */
    String of(String id) {
        long first = hash(id);
        int found = Arrays.binarySearch(words, first);
        int at = found < 0 ? -found - 1 : found;
        boolean isKnown = at < words.length && (words[at] & ~LABEL_MASK) == first;
        return isKnown ? labels.get((int) (words[at] & LABEL_MASK)) : null;
    }

    /** FNV-1a over the characters, its bits mixed by MurmurHash3's finalizer; the label's bits are zero. */
    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < id.length(); at++) {
            hash = (hash ^ id.charAt(at)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return (hash ^ hash >>> 33) & ~LABEL_MASK;
    }
}
