package dev.reflux.activities.dataset.merge;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds places whose keys are equal by sorting, with eight bytes a place: a place is written over the lowest bits of its
 * key. So a run may hold places whose keys differ in those bits alone: who must know compares the keys themselves.
 */
public final class EqualKeys {

    private EqualKeys() {}

    /** Hands over every run of two places or more, in an array of its own. */
    public static void forEachRun(long[] keys, Consumer<int[]> consumer) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(keys.length);
        long placeMask = (1L << bits) - 1;
        long[] placed = new long[keys.length];
        Arrays.setAll(placed, place -> keys[place] & ~placeMask | place);
        long[] sorted = EvenSort.sorted(placed, placed.length);
        int start = 0;
        for (int end = 1; end <= sorted.length; end++) {
            boolean isSame = end < sorted.length && (sorted[end] & ~placeMask) == (sorted[start] & ~placeMask);
            if (isSame) {
                continue;
            }
            if (end - start > 1) {
                consumer.accept(places(sorted, start, end, placeMask));
            }
            start = end;
        }
    }

    private static int[] places(long[] sorted, int start, int end, long placeMask) {
        int[] places = new int[end - start];
        for (int i = start; i < end; i++) {
            places[i - start] = (int) (sorted[i] & placeMask);
        }
        return places;
    }
}
