package dev.reflux.activities.stage.propagate;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Lets labels spread over a graph until they hardly change (local and global consistency, Zhou et al. 2004): each node is
 * what it was by itself, plus the mean of its neighbours.
 */
final class Propagation {

    /** At neighbour weight 0.8 a tenth is left of the first difference; the last five hardly count. */
    private static final int STEPS = 10;

    private final NeighbourGraph graph;
    private final float neighbourWeight;

    Propagation(NeighbourGraph graph, double neighbourWeight) {
        this.graph = graph;
        this.neighbourWeight = (float) neighbourWeight;
    }

    /**
     * Distributions by node after spreading.
     *
     * @param own distribution over all labels by node, not changed
     * @param known nodes whose labels are certain: they speak but do not listen
     */
    float[][] spread(float[][] own, BitSet known) {
        float[][] now = own;
        for (int step = 0; step < STEPS; step++) {
            float[][] before = now;
            now = IntStream.range(0, own.length)
                    .parallel()
                    .mapToObj(node -> known.get(node) ? own[node] : listen(node, own[node], before))
                    .toArray(float[][]::new);
        }
        return now;
    }

    private float[] listen(int node, float[] own, float[][] before) {
        int[] neighbours = graph.neighbours(node);
        float[] shares = graph.shares(node);
        float heard = 0;
        for (float share : shares) {
            heard += share;
        }
        float ownWeight = 1 - neighbourWeight * heard;
        float[] after = new float[own.length];
        for (int label = 0; label < own.length; label++) {
            after[label] = ownWeight * own[label];
        }
        for (int i = 0; i < neighbours.length; i++) {
            float weight = neighbourWeight * shares[i];
            float[] neighbour = before[neighbours[i]];
            for (int label = 0; label < own.length; label++) {
                after[label] += weight * neighbour[label];
            }
        }
        return after;
    }
}
