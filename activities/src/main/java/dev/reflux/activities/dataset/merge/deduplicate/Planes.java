package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.teacher.embedded.SentenceEncoder;
import java.util.Random;

/**
 * Random planes through the origin: two vectors at angle a lie on the same side of one with chance 1 - a/pi. Their signs are
 * cut into bands as a MinHash signature is, so that at most 1 in 1000 pairs at the threshold agree in no band.
 */
final class Planes {

    /** Longs that the signs of a vector take. */
    static final int LONGS = 16;

    private static final int COUNT = LONGS * Long.SIZE;

    private static final long SEED = 0x5EED;

    /** How far the share of signs that differ may lie above its mean before a pair is given up: 1 in 1e9 lies farther. */
    private static final double DEVIATIONS = 6;

    private static final float[][] BY_DIMENSION = drawn();

    private final Bands bands;
    private final int mostDifferent;

    /** @param threshold least cosine of two vectors that are to be found */
    Planes(double threshold) {
        double differ = Math.acos(threshold) / Math.PI;
        this.bands = Bands.forThreshold(1 - differ, COUNT);
        this.mostDifferent = (int) Math.ceil(COUNT * differ + DEVIATIONS * Math.sqrt(COUNT * differ * (1 - differ)));
    }

    int bands() {
        return bands.count();
    }

    /** One bit for each plane. Sums go dimension by dimension, a loop that a JVM turns into vector instructions. */
    long[] signs(float[] vector) {
        float[] sums = new float[COUNT];
        for (int d = 0; d < vector.length; d++) {
            add(sums, vector[d], BY_DIMENSION[d]);
        }
        long[] signs = new long[LONGS];
        for (int plane = 0; plane < COUNT; plane++) {
            signs[plane / Long.SIZE] |= (sums[plane] >= 0 ? 1L : 0L) << plane % Long.SIZE;
        }
        return signs;
    }

    /**
     * The signs of each band, spread over all bits.
     *
     * @param from where the signs begin
     */
    long[] keys(long[] traits, int from) {
        long[] keys = new long[bands.count()];
        for (int band = 0; band < keys.length; band++) {
            long key = 0;
            for (int row = band * bands.rows(); row < (band + 1) * bands.rows(); row++) {
                key = key << 1 | traits[from + row / Long.SIZE] >>> row % Long.SIZE & 1;
            }
            keys[band] = Long.reverse(key);
        }
        return keys;
    }

    /** False if so many signs differ that the vectors are farther apart than the threshold. */
    boolean mayBeAlike(long[] one, long[] other, int from) {
        int different = 0;
        for (int i = from; i < from + LONGS; i++) {
            different += Long.bitCount(one[i] ^ other[i]);
        }
        return different <= mostDifferent;
    }

    private static void add(float[] sums, float factor, float[] terms) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * terms[i];
        }
    }

    private static float[][] drawn() {
        Random random = new Random(SEED);
        float[][] drawn = new float[SentenceEncoder.DIMENSIONS][COUNT];
        for (float[] dimension : drawn) {
            for (int plane = 0; plane < COUNT; plane++) {
                dimension[plane] = (float) random.nextGaussian();
            }
        }
        return drawn;
    }
}
