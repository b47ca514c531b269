package dev.reflux.activities.dataset.merge.deduplicate;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;

/**
 * MinHash signatures, folded to one key of 64 bits for each band. Each permutation is a linear function of the two halves of
 * a shingle's hash, fixed for all time; a loop over ints that a JVM turns into vector instructions.
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
            lower(least, (int) shingle, (int) (shingle >>> Integer.SIZE));
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

    private void lower(int[] least, int lowHalf, int highHalf) {
        for (int i = 0; i < least.length; i++) {
            least[i] = Math.min(least[i], low[i] * lowHalf + high[i] * highHalf);
        }
    }
}
