package dev.reflux.activities.dataset.merge;

import java.util.function.Consumer;

/**
 * Finds places whose keys are equal by sorting, with eight bytes a place: a place is written over the lowest bits of its
 * key. So a run may hold places whose keys differ in those bits alone: who must know compares the keys themselves.
 */
public final class EqualKeys {

    private final long[] sorted;
    private final long placeMask;

    /** @param keys by their places; the array is written over */
    public EqualKeys(long[] keys) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(keys.length);
        placeMask = (1L << bits) - 1;
        for (int place = 0; place < keys.length; place++) {
            keys[place] = keys[place] & ~placeMask | place;
        }
        sorted = EvenSort.sorted(keys, keys.length);
    }

    /** Hands over every run of two places or more, in an array of its own. */
    public void forEachRun(Consumer<int[]> consumer) {
        int start = 0;
        for (int end = 1; end <= sorted.length; end++) {
            boolean isSame = end < sorted.length && (sorted[end] & ~placeMask) == (sorted[start] & ~placeMask);
            if (isSame) {
                continue;
            }
            if (end - start > 1) {
                consumer.accept(places(start, end));
            }
            start = end;
        }
    }

    private int[] places(int start, int end) {
        int[] places = new int[end - start];
        for (int i = start; i < end; i++) {
            places[i - start] = (int) (sorted[i] & placeMask);
        }
        return places;
    }
}
