package dev.reflux.activities.linear;

import java.util.stream.IntStream;

/** A vector by its entries that are not zero. Not copied: whoever makes one no longer changes its arrays. */
public final class FeatureVector {

    final int[] indices;
    final float[] values;

    /** @param indices ascending, each below the number of features; as many as {@code values} */
    public FeatureVector(int[] indices, float[] values) {
        this.indices = indices;
        this.values = values;
    }

    /** A vector that has a value in every place. */
    public static FeatureVector dense(float[] values) {
        return new FeatureVector(IntStream.range(0, values.length).toArray(), values);
    }

    public int size() {
        return indices.length;
    }
}
