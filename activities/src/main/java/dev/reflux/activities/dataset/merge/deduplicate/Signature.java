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
        for (long shingle : shingles) {
            lower(least, low, high, (int) shingle, (int) (shingle >>> Integer.SIZE));
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
    private static void lower(int[] least, int[] low, int[] high, int lowHalf, int highHalf) {
        for (int i = 0; i < least.length; i++) {
            int above = (low[i] * lowHalf + high[i] * highHalf >>> 1) - least[i];
            least[i] += above & above >> Integer.SIZE - 1;
        }
    }
}
