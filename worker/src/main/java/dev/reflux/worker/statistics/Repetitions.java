package dev.reflux.worker.statistics;

import java.util.Arrays;

/** Finds out which keys come again, among the first four million different ones: 64 MiB at most, in an open hash table. */
final class Repetitions {

    private static final int MOST = 4_000_000;

    private long[] table = new long[1 << 12];
    private int known;
    private boolean hasZero;
    private long compared;
    private long repeated;

    void add(long key) {
        if (key == 0) {
            compared++;
            repeated += hasZero ? 1 : 0;
            hasZero = true;
            return;
        }
        int at = find(table, key);
        if (table[at] == key) {
            compared++;
            repeated++;
        } else if (known < MOST) {
            compared++;
            table[at] = key;
            if (++known * 2 > table.length) {
                grow();
            }
        }
    }

    /** Keys looked at: all, unless there are too many different ones. */
    long compared() {
        return compared;
    }

    /** Those of them that had been there before. */
    long repeated() {
        return repeated;
    }

    private static int find(long[] table, long key) {
        int at = Long.hashCode(key * 0x9E3779B97F4A7C15L) & (table.length - 1);
        while (table[at] != 0 && table[at] != key) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        Arrays.stream(table).filter(key -> key != 0).forEach(key -> larger[find(larger, key)] = key);
        table = larger;
    }
}
