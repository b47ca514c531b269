package dev.reflux.activities.linear;

import java.util.stream.IntStream;

/** A vector by its entries that are not zero. Not copied: whoever makes one no longer changes its arrays. */
public final class FeatureVector {

    /** Shared by dense vectors, which mostly are of one length. */
    private static volatile int[] everyPlace = {};

    final int[] indices;
    final float[] values;

    /** @param indices ascending, each below the number of features; as many as {@code values} */
    public FeatureVector(int[] indices, float[] values) {
        this.indices = indices;
        this.values = values;
    }

    /** A vector that has a value in every place. */
    public static FeatureVector dense(float[] values) {
        int[] places = everyPlace;
        if (places.length != values.length) {
            places = IntStream.range(0, values.length).toArray();
            everyPlace = places;
        }
        return new FeatureVector(places, values);
    }

    public int size() {
        return indices.length;
    }
}
