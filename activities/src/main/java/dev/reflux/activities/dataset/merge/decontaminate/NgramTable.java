package dev.reflux.activities.dataset.merge.decontaminate;

import java.util.Arrays;
import java.util.List;

/**
 * All n-grams of one size in benchmark texts, with every place where each occurs: an open-addressing table of hashes, built once
 * and then read by many threads. A slot stands for one n-gram, word by word; another with the same hash has another slot.
 */
final class NgramTable {

    /** What {@link #find} and {@link #next} give where there is no further place. */
    static final int NONE = -1;

    /** Slots for each n-gram, so that a search for what is not there ends soon. */
    private static final int SPARSENESS = 4;

    private final int size;
    private final long power;
    private final Words[] words;
    private final int[] texts;
    private final int[] positions;
    private final int[] nexts;
    private final long[] hashes;
    private final int[] heads;
    private int places;

    /**
     * @param words of each benchmark text
     * @param members indexes of the texts whose n-grams are taken; none is shorter than one
     */
    NgramTable(int size, Words[] words, List<Integer> members) {
        this.size = size;
        this.power = Words.power(size);
        this.words = words;
        int all = members.stream()
                .mapToInt(text -> words[text].count() - size + 1)
                .sum();
        this.texts = new int[all];
        this.positions = new int[all];
        this.nexts = new int[all];
        int slots = Integer.highestOneBit(Math.max(8, all)) * SPARSENESS;
        this.hashes = new long[slots];
        this.heads = new int[slots];
        Arrays.fill(heads, NONE);
        members.forEach(this::add);
    }

    int size() {
        return size;
    }

    /** The first place of the n-gram that begins at a word of a text, or {@link #NONE}. */
    int find(Words text, int first) {
        return heads[slot(text, first, text.hash(first, size, power))];
    }

    /** The next place of the same n-gram, or {@link #NONE}. */
    int next(int place) {
        return nexts[place];
    }

    /** The text of a place. */
    int text(int place) {
        return texts[place];
    }

    /** The first word of a place. */
    int position(int place) {
        return positions[place];
    }

    /** The slot where the n-gram is, or would be. */
    private int slot(Words text, int first, long hash) {
        int slot = (int) hash & hashes.length - 1;
        while (heads[slot] != NONE && !(hashes[slot] == hash && isAt(heads[slot], text, first))) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
    }

    private boolean isAt(int place, Words text, int first) {
        return words[texts[place]].isSame(positions[place], text, first, size);
    }

    private void add(int text) {
        for (int first = 0; first + size <= words[text].count(); first++) {
            long hash = words[text].hash(first, size, power);
            int slot = slot(words[text], first, hash);
            texts[places] = text;
            positions[places] = first;
            nexts[places] = heads[slot];
            hashes[slot] = hash;
            heads[slot] = places++;
        }
    }
}
