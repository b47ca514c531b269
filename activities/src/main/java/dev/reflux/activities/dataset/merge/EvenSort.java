package dev.reflux.activities.dataset.merge;

import java.util.Arrays;

/** Sorts longs that are spread evenly over all longs, as hashes are, in a time that grows as their number; others take longer. */
public final class EvenSort {

    private EvenSort() {}

    /** The first so many of the values, ascending, in an array of their own. */
    public static long[] sorted(long[] values, int count) {
        int shift = Math.min(Long.SIZE - 1, Integer.numberOfLeadingZeros(count) + Integer.SIZE);
        int[] ends = new int[(int) (-1L >>> shift) + 1];
        for (int i = 0; i < count; i++) {
            ends[bucket(values[i], shift)]++;
        }
        int start = 0;
        for (int bucket = 0; bucket < ends.length; bucket++) {
            int size = ends[bucket];
            ends[bucket] = start;
            start += size;
        }
        long[] sorted = new long[count];
        for (int i = 0; i < count; i++) {
            sorted[ends[bucket(values[i], shift)]++] = values[i];
        }
        int from = 0;
        for (int end : ends) {
            if (end - from > 1) {
                Arrays.sort(sorted, from, end);
            }
            from = end;
        }
        return sorted;
    }

    /** By the highest bits, below zero first. */
    private static int bucket(long value, int shift) {
        return (int) ((value ^ Long.MIN_VALUE) >>> shift);
    }
}
