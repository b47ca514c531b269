package dev.reflux.activities.dataset.merge.deduplicate;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;

/**
 * MinHash signatures, folded to one key of 64 bits for each band. Each permutation is a linear function of the two halves of
 * a shingle's hash, fixed for all time, of which the upper 31 bits count.
 */
final class Signature {

    private static final Hasher64 HASH = Hashing.xxh3_64();

    /** Shingles that go through a permutation while it is at hand. */
    private static final int AT_ONCE = 4;

    private final Bands bands;
    private final int[] low;
    private final int[] high;

    Signature(Bands bands) {
        this.bands = bands;
        int length = bands.count() * bands.rows();
        this.low = new int[length];
        this.high = new int[length];
        for (int i = 0; i < length; i++) {
            long drawn = HASH.hashLongLongToLong(i, length);
            // Odd, so that the function is a permutation of either half.
            low[i] = (int) drawn | 1;
            high[i] = (int) (drawn >>> Integer.SIZE) | 1;
        }
    }

    /** The key of each band; meaningless for no shingles at all. */
    long[] bandKeys(long[] shingles) {
        int[] least = new int[low.length];
        Arrays.fill(least, Integer.MAX_VALUE);
        long[] next = new long[AT_ONCE];
        for (int first = 0; first < shingles.length; first += AT_ONCE) {
            for (int i = 0; i < AT_ONCE; i++) {
                // The last one several times is as good as once.
                next[i] = shingles[Math.min(first + i, shingles.length - 1)];
            }
            lower(least, next);
        }
        long[] keys = new long[bands.count()];
        for (int band = 0; band < keys.length; band++) {
            keys[band] = band;
            for (int row = 0; row < bands.rows(); row++) {
                keys[band] = HASH.hashLongLongToLong(keys[band], least[band * bands.rows() + row]);
            }
        }
        return keys;
    }

    /** {@code Math.min} by its sign bit, as differences of 31 bits do not overflow: a loop of which Java 17 makes vectors. */
    private void lower(int[] least, long[] shingles) {
        int[] lows = low;
        int[] highs = high;
        int low0 = (int) shingles[0];
        int low1 = (int) shingles[1];
        int low2 = (int) shingles[2];
        int low3 = (int) shingles[3];
        int high0 = (int) (shingles[0] >>> Integer.SIZE);
        int high1 = (int) (shingles[1] >>> Integer.SIZE);
        int high2 = (int) (shingles[2] >>> Integer.SIZE);
        int high3 = (int) (shingles[3] >>> Integer.SIZE);
        for (int i = 0; i < least.length; i++) {
            int min = least[i];
            int above = (lows[i] * low0 + highs[i] * high0 >>> 1) - min;
            min += above & above >> Integer.SIZE - 1;
            above = (lows[i] * low1 + highs[i] * high1 >>> 1) - min;
            min += above & above >> Integer.SIZE - 1;
            above = (lows[i] * low2 + highs[i] * high2 >>> 1) - min;
            min += above & above >> Integer.SIZE - 1;
            above = (lows[i] * low3 + highs[i] * high3 >>> 1) - min;
            least[i] = min + (above & above >> Integer.SIZE - 1);
        }
    }
}
