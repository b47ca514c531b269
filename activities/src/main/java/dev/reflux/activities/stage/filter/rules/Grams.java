package dev.reflux.activities.stage.filter.rules;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of a text is in word n-grams that it says more than once (Rae et al. 2021, table A1), as shares of the
 * characters of its words. No character counts twice, so that a share never exceeds 1.
 */
final class Grams {

    /** The number of each word: equal words have the same. */
    private final int[] numbers;

    private final int[] lengths;
    private final long all;

    Grams(List<String> words) {
        this.numbers = new int[words.size()];
        this.lengths = new int[words.size()];
        Map<String, Integer> known = new HashMap<>();
        long sum = 0;
        for (int at = 0; at < numbers.length; at++) {
            String word = words.get(at);
            numbers[at] = known.computeIfAbsent(word, missing -> known.size());
            lengths[at] = word.codePointCount(0, word.length());
            sum += lengths[at];
        }
        this.all = sum;
    }

    /** Share that the n-gram which covers most of the text does cover; 0 where none occurs twice. */
    double top(int size) {
        int[] grams = numbered(size);
        Map<Integer, Integer> counts = new HashMap<>();
        int top = -1;
        long most = 0;
        for (int at = 0; at < grams.length; at++) {
            int count = counts.merge(grams[at], 1, Integer::sum);
            long weight = (long) count * length(at, size);
            if (count > 1 && weight > most) {
                most = weight;
                top = grams[at];
            }
        }
        BitSet covered = new BitSet();
        for (int at = 0; at < grams.length && top >= 0; at++) {
            if (grams[at] == top) {
                covered.set(at, at + size);
            }
        }
        return share(covered);
    }

    /** Share in n-grams that occurred before; their first occurrence does not count, as in datatrove. */
    double duplicate(int size) {
        int[] grams = numbered(size);
        Set<Integer> seen = new HashSet<>();
        BitSet covered = new BitSet();
        int at = 0;
        while (at < grams.length) {
            if (seen.add(grams[at])) {
                at++;
            } else {
                covered.set(at, at + size);
                at += size;
            }
        }
        return share(covered);
    }

    /** A number for the n-gram at each word, the same for equal ones: that of the shorter n-gram and the word after it. */
    private int[] numbered(int size) {
        int[] grams = numbers;
        for (int length = 2; length <= size && grams.length > 0; length++) {
            int[] longer = new int[grams.length - 1];
            Map<Long, Integer> known = new HashMap<>();
            for (int at = 0; at < longer.length; at++) {
                long pair = (long) grams[at] << Integer.SIZE | numbers[at + length - 1];
                longer[at] = known.computeIfAbsent(pair, missing -> known.size());
            }
            grams = longer;
        }
        return grams;
    }

    private long length(int at, int size) {
        long sum = 0;
        for (int word = at; word < at + size; word++) {
            sum += lengths[word];
        }
        return sum;
    }

    private double share(BitSet covered) {
        return all == 0
                ? 0
                : (double) covered.stream().mapToLong(word -> lengths[word]).sum() / all;
    }
}
