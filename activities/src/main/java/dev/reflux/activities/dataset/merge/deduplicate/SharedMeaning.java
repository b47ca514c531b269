package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.dataset.merge.Components;
import dev.reflux.activities.teacher.embedded.SentenceEncoder;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Texts that say the same, by the cosine of their sentence vectors. Up to a hundred thousand are compared each with each;
 * of more, those that agree in a band of signs: which side of random planes their vectors lie on (Charikar 2002). The planes
 * are fixed for all time and depend on no text, so that neither order nor company decides what is compared.
 */
final class SharedMeaning implements Likeness {

    /** Texts that are compared each with each at most. */
    static final int MOST_EXACT = 100_000;

    private static final int VECTOR = SentenceEncoder.DIMENSIONS / 2;

    private final float threshold;
    private final int mostExact;
    private final SentenceEncoder encoder = SentenceEncoder.of(SentenceVectorSettings.MODEL);
    private final Planes planes;

    SharedMeaning(SentenceVectorSettings settings) {
        this(settings, MOST_EXACT);
    }

    SharedMeaning(SentenceVectorSettings settings, int mostExact) {
        this.threshold = (float) settings.threshold();
        this.mostExact = mostExact;
        this.planes = new Planes(settings.threshold());
    }

    @Override
    public String reason() {
        return "paraphrase";
    }

    @Override
    public String description() {
        return "vectors of " + SentenceVectorSettings.MODEL;
    }

    /** The vector, two numbers a long, and then its signs. */
    @Override
    public long[] traits(String normalised) {
        if (normalised.isEmpty()) {
            return new long[0];
        }
        float[] vector = encoder.encode(normalised.replace('\u0000', ' '));
        long[] traits = Arrays.copyOf(packed(vector), VECTOR + Planes.LONGS);
        System.arraycopy(planes.signs(vector), 0, traits, VECTOR, Planes.LONGS);
        return traits;
    }

    @Override
    public int bands() {
        return planes.bands();
    }

    @Override
    public long[] keys(long[] traits) {
        return planes.keys(traits, VECTOR);
    }

    @Override
    public boolean mayBeAlike(int oneCount, int otherCount) {
        return true;
    }

    @Override
    public boolean areAlike(long[] one, long[] other) {
        return planes.mayBeAlike(one, other, VECTOR) && Cosines.of(vector(one), vector(other)) >= threshold;
    }

    @Override
    public boolean joinAll(int texts, IntFunction<long[]> traits, Components components) {
        if (texts > mostExact) {
            return false;
        }
        int[] places = IntStream.range(0, texts)
                .filter(place -> traits.apply(place).length > 0)
                .toArray();
        float[][] vectors = Arrays.stream(places)
                .mapToObj(place -> vector(traits.apply(place)))
                .toArray(float[][]::new);
        Cosines.forEachPair(vectors, threshold, (one, other) -> {
            if (components.of(places[one]) != components.of(places[other])) {
                components.join(places[one], places[other]);
            }
        });
        return true;
    }

    static long[] packed(float[] vector) {
        long[] packed = new long[vector.length / 2];
        for (int i = 0; i < packed.length; i++) {
            long high = Float.floatToIntBits(vector[2 * i]);
            packed[i] = high << Integer.SIZE | Float.floatToIntBits(vector[2 * i + 1]) & 0xFFFF_FFFFL;
        }
        return packed;
    }

    private static float[] vector(long[] traits) {
        float[] vector = new float[SentenceEncoder.DIMENSIONS];
        for (int i = 0; i < VECTOR; i++) {
            vector[2 * i] = Float.intBitsToFloat((int) (traits[i] >>> Integer.SIZE));
            vector[2 * i + 1] = Float.intBitsToFloat((int) traits[i]);
        }
        return vector;
    }
}
