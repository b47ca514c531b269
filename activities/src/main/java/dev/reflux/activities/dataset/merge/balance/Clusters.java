package dev.reflux.activities.dataset.merge.balance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Spherical k-means, begun as k-means++ does (Arthur and Vassilvitskii 2007). Vectors are whole numbers and their sums exact,
 * so that the same vectors give the same clusters.
 */
final class Clusters {

    private static final int PASSES = 20;
    private static final long RANDOM_SEED = 1;

    /** Equal vectors are not quite at distance 0, once they are rounded. */
    private static final double ALIKE = 0.01;

    private final Map<Integer, float[]> centres = new TreeMap<>();

    private Clusters() {}

    /** Clusters that are known by the sums of their vectors. */
    static Clusters of(Map<Integer, long[]> sums) {
        Clusters clusters = new Clusters();
        sums.forEach((number, sum) -> clusters.centres.put(number, direction(sum)));
        return clusters;
    }

    /**
     * Finds clusters, numbered from 1.
     *
     * @param vectors one at least, in an order that is always the same
     * @param most fewer are found where there are fewer different vectors
     */
    static Clusters among(List<byte[]> vectors, int most) {
        Clusters clusters = begun(vectors, most);
        int[] before = null;
        int[] nearest = clusters.allNearest(vectors);
        for (int pass = 0; pass < PASSES && !Arrays.equals(before, nearest); pass++) {
            clusters.move(vectors, nearest);
            before = nearest;
            nearest = clusters.allNearest(vectors);
        }
        return clusters;
    }

    /** A vector of length 1, each of its numbers in one byte. */
    static byte[] rounded(float[] vector) {
        byte[] rounded = new byte[vector.length];
        for (int d = 0; d < vector.length; d++) {
            rounded[d] = (byte) Math.round(vector[d] * Byte.MAX_VALUE);
        }
        return rounded;
    }

    /** Number of the cluster whose direction is the nearest; of equally near ones the lowest. */
    int nearest(byte[] vector) {
        int best = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Integer, float[]> centre : centres.entrySet()) {
            double cosine = dot(vector, centre.getValue());
            if (cosine > greatest) {
                best = centre.getKey();
                greatest = cosine;
            }
        }
        return best;
    }

    /** Cosine of a vector with the direction of a cluster, times the vector's length. */
    double cosine(int cluster, byte[] vector) {
        return dot(vector, centres.get(cluster));
    }

    /** Each centre is a vector drawn with a chance that grows with its distance from the centres before. */
    private static Clusters begun(List<byte[]> vectors, int most) {
        Random random = new Random(RANDOM_SEED);
        Clusters clusters = new Clusters();
        double[] distances = new double[vectors.size()];
        Arrays.fill(distances, 1);
        while (clusters.centres.size() < most) {
            double left = random.nextDouble() * Arrays.stream(distances).sum();
            int drawn = 0;
            while (drawn < distances.length - 1 && left >= distances[drawn]) {
                left -= distances[drawn++];
            }
            if (distances[drawn] == 0) {
                return clusters;
            }
            float[] centre = direction(widened(vectors.get(drawn)));
            clusters.centres.put(clusters.centres.size() + 1, centre);
            for (int i = 0; i < distances.length; i++) {
                double distance = 1 - dot(vectors.get(i), centre) / Byte.MAX_VALUE;
                distances[i] = i == drawn || distance < ALIKE ? 0 : Math.min(distances[i], distance);
            }
        }
        return clusters;
    }

    private int[] allNearest(List<byte[]> vectors) {
        return vectors.parallelStream().mapToInt(this::nearest).toArray();
    }

    /** A centre that no vector is nearest to stays where it is. */
    private void move(List<byte[]> vectors, int[] nearest) {
        Map<Integer, long[]> sums = new TreeMap<>();
        for (int i = 0; i < nearest.length; i++) {
            byte[] vector = vectors.get(i);
            long[] sum = sums.computeIfAbsent(nearest[i], number -> new long[vector.length]);
            for (int d = 0; d < sum.length; d++) {
                sum[d] += vector[d];
            }
        }
        sums.forEach((number, sum) -> centres.put(number, direction(sum)));
    }

    private static long[] widened(byte[] vector) {
        long[] wide = new long[vector.length];
        for (int d = 0; d < wide.length; d++) {
            wide[d] = vector[d];
        }
        return wide;
    }

    private static float[] direction(long[] sum) {
        double squares = 0;
        for (long each : sum) {
            squares += (double) each * each;
        }
        double length = Math.max(1, Math.sqrt(squares));
        float[] direction = new float[sum.length];
        for (int d = 0; d < sum.length; d++) {
            direction[d] = (float) (sum[d] / length);
        }
        return direction;
    }

    private static double dot(byte[] vector, float[] centre) {
        double sum = 0;
        for (int d = 0; d < centre.length; d++) {
            sum += vector[d] * centre[d];
        }
        return sum;
    }
}
