package dev.reflux.activities.student;

import dev.reflux.activities.linear.FeatureVector;
import java.util.Arrays;

/** Weighs n-grams: logarithm of their count, times how rare they are among the texts trained on; vectors have length 1. */
final class TfIdf {

    private final NgramHasher hasher;
    /** Inverse document frequency by feature. */
    private final float[] rarity;

    TfIdf(NgramHasher hasher, float[] rarity) {
        this.hasher = hasher;
        this.rarity = rarity;
    }

    float[] rarity() {
        return rarity;
    }

    /** The vector of a text; one of no features where the text has no word. */
    FeatureVector vector(String text) {
        int[] features = hasher.features(text);
        int[] indices = new int[features.length];
        float[] values = new float[features.length];
        int size = 0;
        double squares = 0;
        for (int start = 0; start < features.length; ) {
            int end = endOfRun(features, start);
            double value = (1 + StrictMath.log(end - start)) * rarity[features[start]];
            indices[size] = features[start];
            values[size++] = (float) value;
            squares += value * value;
            start = end;
        }
        for (int i = 0; i < size; i++) {
            values[i] /= (float) Math.sqrt(squares);
        }
        return new FeatureVector(Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }

    /** Where the equal features from {@code start} on end. */
    private static int endOfRun(int[] features, int start) {
        int end = start + 1;
        while (end < features.length && features[end] == features[start]) {
            end++;
        }
        return end;
    }

    /** Counts in how many texts a feature occurs. */
    static final class Counter {

        private final NgramHasher hasher;
        private final int[] texts;
        private int total;
        private long entries;

        Counter(NgramHasher hasher) {
            this.hasher = hasher;
            this.texts = new int[hasher.buckets()];
        }

        void add(String text) {
            int[] features = hasher.features(text);
            for (int start = 0; start < features.length; start = endOfRun(features, start)) {
                texts[features[start]]++;
                entries++;
            }
            total++;
        }

        /** Entries that are not zero in the vectors of all texts so far. */
        long entries() {
            return entries;
        }

        TfIdf weights() {
            float[] rarity = new float[texts.length];
            for (int feature = 0; feature < texts.length; feature++) {
                rarity[feature] = (float) (1 + StrictMath.log((1.0 + total) / (1.0 + texts[feature])));
            }
            return new TfIdf(hasher, rarity);
        }
    }
}
