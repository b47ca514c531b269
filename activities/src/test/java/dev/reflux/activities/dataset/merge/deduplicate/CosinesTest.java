package dev.reflux.activities.dataset.merge.deduplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

class CosinesTest {

    private static final int COUNT = 700;

    private static final float THRESHOLD = 0.9F;

    @Test
    void findsTheSamePairsBlockByBlockAsOneByOne() {
        float[][] vectors = vectors();
        Set<Integer> expected = new TreeSet<>();
        for (int one = 0; one < COUNT; one++) {
            for (int other = 0; other < one; other++) {
                if (Cosines.of(vectors[one], vectors[other]) >= THRESHOLD) {
                    expected.add(one * COUNT + other);
                }
            }
        }

        Set<Integer> found = new ConcurrentSkipListSet<>();
        Cosines.forEachPair(vectors, THRESHOLD, (one, other) -> found.add(one * COUNT + other));

        assertThat(expected).hasSizeBetween(COUNT / 4, 3 * COUNT);
        assertThat(found).isEqualTo(expected);
    }

    /** Signs agree in some band for all pairs but about one in a thousand of those right at the threshold. */
    @Test
    void planesLoseAlmostNoPairThatIsNearEnough() {
        Planes planes = new Planes(THRESHOLD);
        float[][] vectors = vectors();
        int near = 0;
        int lost = 0;
        for (int one = 0; one < COUNT; one++) {
            for (int other = 0; other < one; other++) {
                if (Cosines.of(vectors[one], vectors[other]) >= THRESHOLD) {
                    near++;
                    lost += meet(planes, vectors[one], vectors[other]) ? 0 : 1;
                }
            }
        }
        assertThat(lost).isLessThanOrEqualTo(near / 100);
    }

    private static boolean meet(Planes planes, float[] one, float[] other) {
        long[] oneSigns = planes.signs(one);
        long[] otherSigns = planes.signs(other);
        long[] oneKeys = planes.keys(oneSigns, 0);
        long[] otherKeys = planes.keys(otherSigns, 0);
        boolean agree = false;
        for (int band = 0; band < oneKeys.length; band++) {
            agree |= oneKeys[band] == otherKeys[band];
        }
        return agree && planes.mayBeAlike(oneSigns, otherSigns, 0);
    }

    /** Every other vector is the one before it, moved by about as much as leads to the threshold. */
    private static float[][] vectors() {
        Random random = new Random(3);
        float[][] vectors = new float[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            float[] vector = new float[384];
            for (int d = 0; d < vector.length; d++) {
                vector[d] = (float) random.nextGaussian() * (i % 2 == 0 ? 1 : 0.45F)
                        + (i % 2 == 0 ? 0 : 19.6F * vectors[i - 1][d]);
            }
            vectors[i] = unit(vector);
        }
        return vectors;
    }

    private static float[] unit(float[] vector) {
        double length = Math.sqrt(Cosines.of(vector, vector));
        for (int d = 0; d < vector.length; d++) {
            vector[d] /= (float) length;
        }
        return vector;
    }
}
