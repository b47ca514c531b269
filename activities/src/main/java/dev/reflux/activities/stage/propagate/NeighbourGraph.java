package dev.reflux.activities.stage.propagate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The nearest of all texts to each text, by the cosine of their vectors relative to the mean of all. The same vectors give
 * the same graph, however many threads build it.
 */
final class NeighbourGraph {

    /** Rows and columns multiplied at once: a block of columns stays in a core's second cache. */
    private static final int BLOCK_ROWS = 64;

    private static final int BLOCK_COLUMNS = 256;

    /** Makes the nearest count for more than the merely near. */
    private static final int SHARPNESS = 4;

    private final int[][] neighbours;
    private final float[][] shares;

    private NeighbourGraph(int nodes) {
        neighbours = new int[nodes][];
        shares = new float[nodes][];
    }

    /** Compares every vector with every other: time grows with the square of their number. */
    static NeighbourGraph of(List<float[]> vectors, int most) {
        float[][] directions = directions(vectors);
        int blocks = (directions.length + BLOCK_COLUMNS - 1) / BLOCK_COLUMNS;
        float[][] columns = IntStream.range(0, blocks)
                .mapToObj(block -> columns(directions, block * BLOCK_COLUMNS))
                .toArray(float[][]::new);
        NeighbourGraph graph = new NeighbourGraph(directions.length);
        int rowBlocks = (directions.length + BLOCK_ROWS - 1) / BLOCK_ROWS;
        IntStream.range(0, rowBlocks).parallel().forEach(block -> {
            int from = block * BLOCK_ROWS;
            int to = Math.min(directions.length, from + BLOCK_ROWS);
            float[][] cosines = cosines(directions, from, to, columns);
            for (int node = from; node < to; node++) {
                graph.connect(node, cosines[node - from], Math.min(most, directions.length - 1));
            }
        });
        return graph;
    }

    int size() {
        return neighbours.length;
    }

    /** Nearest first; a text is no neighbour of its own. */
    int[] neighbours(int node) {
        return neighbours[node];
    }

    /** How much each neighbour counts, in the order of {@link #neighbours}; they sum to 1, or are all 0. */
    float[] shares(int node) {
        return shares[node];
    }

    private void connect(int node, float[] cosines, int most) {
        int[] nearest = new int[most];
        float[] near = new float[most];
        Arrays.fill(near, Float.NEGATIVE_INFINITY);
        for (int other = 0; other < neighbours.length; other++) {
            if (other == node || most == 0 || cosines[other] <= near[most - 1]) {
                continue;
            }
            int place = most - 1;
            for (; place > 0 && cosines[other] > near[place - 1]; place--) {
                near[place] = near[place - 1];
                nearest[place] = nearest[place - 1];
            }
            near[place] = cosines[other];
            nearest[place] = other;
        }
        neighbours[node] = nearest;
        shares[node] = sharesOf(near);
    }

    private static float[] sharesOf(float[] cosines) {
        float[] shares = new float[cosines.length];
        double sum = 0;
        for (int i = 0; i < cosines.length; i++) {
            shares[i] = (float) StrictMath.pow(Math.max(0, cosines[i]), SHARPNESS);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length && sum > 0; i++) {
            shares[i] /= (float) sum;
        }
        return shares;
    }

    /** Sums run along the columns, one dimension after the other: so compiled code multiplies eight at a time. */
    private static float[][] cosines(float[][] directions, int from, int to, float[][] columns) {
        float[][] cosines = new float[to - from][directions.length];
        float[] sums = new float[BLOCK_COLUMNS];
        for (int block = 0; block < columns.length; block++) {
            int first = block * BLOCK_COLUMNS;
            int width = Math.min(BLOCK_COLUMNS, directions.length - first);
            for (int row = from; row < to; row++) {
                Arrays.fill(sums, 0);
                multiply(directions[row], columns[block], sums);
                System.arraycopy(sums, 0, cosines[row - from], first, width);
            }
        }
        return cosines;
    }

    private static void multiply(float[] row, float[] columns, float[] sums) {
        for (int d = 0; d < row.length; d++) {
            float value = row[d];
            int offset = d * BLOCK_COLUMNS;
            for (int column = 0; column < BLOCK_COLUMNS; column++) {
                sums[column] += value * columns[offset + column];
            }
        }
    }

    private static float[] columns(float[][] directions, int first) {
        int dimensions = directions[0].length;
        float[] columns = new float[dimensions * BLOCK_COLUMNS];
        for (int column = 0; column < BLOCK_COLUMNS && first + column < directions.length; column++) {
            for (int d = 0; d < dimensions; d++) {
                columns[d * BLOCK_COLUMNS + column] = directions[first + column][d];
            }
        }
        return columns;
    }

    private static float[][] directions(List<float[]> vectors) {
        int dimensions = vectors.get(0).length;
        double[] mean = new double[dimensions];
        for (float[] vector : vectors) {
            for (int d = 0; d < dimensions; d++) {
                mean[d] += vector[d] / vectors.size();
            }
        }
        return vectors.stream().map(vector -> direction(vector, mean)).toArray(float[][]::new);
    }

    private static float[] direction(float[] vector, double[] mean) {
        double squares = 0;
        for (int d = 0; d < mean.length; d++) {
            squares += (vector[d] - mean[d]) * (vector[d] - mean[d]);
        }
        double length = squares == 0 ? 1 : Math.sqrt(squares);
        float[] direction = new float[mean.length];
        for (int d = 0; d < mean.length; d++) {
            direction[d] = (float) ((vector[d] - mean[d]) / length);
        }
        return direction;
    }
}
