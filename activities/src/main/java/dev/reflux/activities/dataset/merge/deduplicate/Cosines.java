package dev.reflux.activities.dataset.merge.deduplicate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Cosines of vectors of length 1: all pairs of them as a matrix product, block by block, on all processors. A pair has the same
 * cosine, to the last bit, whichever comes first and wherever they stand.
 */
final class Cosines {

    /** Vectors beside each other in a block: as many sums of a row as stay in the processor's first cache with their terms. */
    private static final int WIDTH = 256;

    /** Rows that use a part of a block before the next part is fetched. */
    private static final int ROWS = 16;

    /** Dimensions that are added in one step. */
    private static final int STEP = 8;

    private Cosines() {}

    /** Takes pairs of places, the higher one first; by several threads at once. */
    @FunctionalInterface
    interface Pairs {
        void take(int one, int other);
    }

    static float of(float[] one, float[] other) {
        float sum = 0;
        for (int d = 0; d < one.length; d += STEP) {
            sum += (one[d] * other[d]
                            + one[d + 1] * other[d + 1]
                            + (one[d + 2] * other[d + 2] + one[d + 3] * other[d + 3]))
                    + (one[d + 4] * other[d + 4]
                            + one[d + 5] * other[d + 5]
                            + (one[d + 6] * other[d + 6] + one[d + 7] * other[d + 7]));
        }
        return sum;
    }

    /** Hands over each pair whose cosine is at least the threshold. */
    static void forEachPair(float[][] vectors, float threshold, Pairs pairs) {
        int blocks = (vectors.length + WIDTH - 1) / WIDTH;
        IntStream.range(0, blocks).parallel().forEach(block -> {
            int first = block * WIDTH;
            float[][] columns = columns(vectors, first);
            float[][] sums = new float[ROWS][WIDTH];
            for (int row = first; row < vectors.length; row += ROWS) {
                int rows = Math.min(ROWS, vectors.length - row);
                multiply(vectors, row, rows, columns, sums);
                for (int i = 0; i < rows; i++) {
                    for (int j = 0; j < WIDTH && first + j < row + i; j++) {
                        if (sums[i][j] >= threshold) {
                            pairs.take(row + i, first + j);
                        }
                    }
                }
            }
        });
    }

    /** The vectors of a block, dimension by dimension; zeros where there are no more. */
    private static float[][] columns(float[][] vectors, int first) {
        float[][] columns = new float[vectors[first].length][WIDTH];
        for (int j = 0; j < WIDTH && first + j < vectors.length; j++) {
            for (int d = 0; d < columns.length; d++) {
                columns[d][j] = vectors[first + j][d];
            }
        }
        return columns;
    }

    private static void multiply(float[][] vectors, int row, int rows, float[][] columns, float[][] sums) {
        for (int i = 0; i < rows; i++) {
            Arrays.fill(sums[i], 0);
        }
        for (int d = 0; d < columns.length; d += STEP) {
            for (int i = 0; i < rows; i++) {
                add(sums[i], vectors[row + i], columns, d);
            }
        }
    }

    private static void add(float[] sums, float[] row, float[][] columns, int d) {
        float f0 = row[d];
        float f1 = row[d + 1];
        float f2 = row[d + 2];
        float f3 = row[d + 3];
        float f4 = row[d + 4];
        float f5 = row[d + 5];
        float f6 = row[d + 6];
        float f7 = row[d + 7];
        float[] c0 = columns[d];
        float[] c1 = columns[d + 1];
        float[] c2 = columns[d + 2];
        float[] c3 = columns[d + 3];
        float[] c4 = columns[d + 4];
        float[] c5 = columns[d + 5];
        float[] c6 = columns[d + 6];
        float[] c7 = columns[d + 7];
        for (int j = 0; j < WIDTH; j++) {
            sums[j] += (f0 * c0[j] + f1 * c1[j] + (f2 * c2[j] + f3 * c3[j]))
                    + (f4 * c4[j] + f5 * c5[j] + (f6 * c6[j] + f7 * c7[j]));
        }
    }
}
