package dev.reflux.activities.student;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts a text into words, pairs of words, and runs of 2 to 5 characters within a word and its two borders, and hashes each
 * into one of {@code buckets} features (Weinberger et al. 2009).
 */
final class NgramHasher {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_RUN = 2;
    private static final int LONGEST_RUN = 5;
    private static final int WORD = 0x57;
    private static final int PAIR = 0x50;
    private static final int RUN = 0x52;
    private static final int HASH_FACTOR = 31;

    private final int buckets;

    /** @param buckets a power of two */
    NgramHasher(int buckets) {
        this.buckets = buckets;
    }

    int buckets() {
        return buckets;
    }

    /** The features of a text, ascending, each as often as it occurs. */
    int[] features(String text) {
        Sink sink = new Sink();
        String before = "";
        for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))) {
            if (word.isEmpty()) {
                continue;
            }
            sink.add(hash(WORD, word, 0, word.length()));
            String pair = before + " " + word;
            sink.add(hash(PAIR, pair, 0, pair.length()));
            addRuns(" " + word + " ", sink);
            before = word;
        }
        return sink.sorted();
    }

    private void addRuns(String bordered, Sink sink) {
        for (int length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
            for (int start = 0; start + length <= bordered.length(); start++) {
                sink.add(hash(RUN, bordered, start, start + length));
            }
        }
    }

    private int hash(int kind, String text, int from, int to) {
        int hash = kind;
        for (int i = from; i < to; i++) {
            hash = HASH_FACTOR * hash + text.charAt(i);
        }
        return mixed(hash) & (buckets - 1);
    }

    /** The finaliser of MurmurHash3 (Appleby 2011): spreads every bit over all others. */
    static int mixed(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }

    private static final class Sink {

        private int[] features = new int[256];
        private int size;

        void add(int feature) {
            if (size == features.length) {
                features = Arrays.copyOf(features, 2 * size);
            }
            features[size++] = feature;
        }

        int[] sorted() {
            int[] sorted = Arrays.copyOf(features, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
