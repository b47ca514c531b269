package dev.reflux.activities.dataset.merge.decontaminate;

import java.util.Arrays;

/**
 * A text as a row of words: any run of them is a run of characters, so that runs are compared as they are and not by their
 * hashes. Hashes are 64 bits wide and the same on every machine.
 */
final class Words {

    /** An odd factor, so that no word is lost however far it is from the end of a run. */
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private static final long WORD_FACTOR = 0xD6E8FEB86659FD93L;

    private final char[] characters;
    private final int[] ends;
    private final int count;
    private final long[] prefixes;

    /**
     * @param characters words with one blank after each
     * @param ends of the words, exclusive, without the blank
     */
    Words(char[] characters, int[] ends, int count) {
        this.characters = characters;
        this.ends = ends;
        this.count = count;
        this.prefixes = new long[count + 1];
        for (int word = 0; word < count; word++) {
            prefixes[word + 1] = prefixes[word] * FACTOR + hash(word);
        }
    }

    int count() {
        return count;
    }

    /**
     * Hash of a run of words.
     *
     * @param power {@link #power} of its size
     */
    long hash(int first, int size, long power) {
        long hash = prefixes[first + size] - prefixes[first] * power;
        hash = (hash ^ hash >>> 32) * WORD_FACTOR;
        return hash ^ hash >>> 29;
    }

    static long power(int size) {
        long power = 1;
        for (int i = 0; i < size; i++) {
            power *= FACTOR;
        }
        return power;
    }

    /** True if the two runs are the same words. */
    boolean isSame(int first, Words other, int otherFirst, int size) {
        return Arrays.equals(
                characters,
                start(first),
                ends[first + size - 1],
                other.characters,
                other.start(otherFirst),
                other.ends[otherFirst + size - 1]);
    }

    private int start(int word) {
        return word == 0 ? 0 : ends[word - 1] + 1;
    }

    private long hash(int word) {
        long hash = 0;
        for (int i = start(word); i < ends[word]; i++) {
            hash = (hash ^ characters[i]) * WORD_FACTOR;
        }
        return hash ^ hash >>> 32;
    }
}
