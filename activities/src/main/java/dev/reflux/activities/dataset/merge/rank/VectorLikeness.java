package dev.reflux.activities.dataset.merge.rank;

import dev.reflux.activities.teacher.embedded.SentenceEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Likeness by the cosine of vectors; each is compared with those of all samples that stay, on all processors. */
final class VectorLikeness implements Likeness {

    private final VectorFile vectors;
    private final double threshold;
    private final List<float[]> kept = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private int[] next = {};
    private float[][] read = {};
    private int[] near = {};
    private int before;

    /** @param threshold greatest cosine of two that both stay */
    VectorLikeness(VectorFile vectors, double threshold) {
        this.vectors = vectors;
        this.threshold = threshold;
    }

    @Override
    public void begin(int[] places) {
        next = places.clone();
        read = Arrays.stream(next).mapToObj(vectors::at).toArray(float[][]::new);
        before = kept.size();
        near = IntStream.range(0, next.length)
                .parallel()
                .map(number -> among(read[number], 0, before))
                .toArray();
    }

    @Override
    public int near(int number) {
        return near[number] == NONE ? among(read[number], before, kept.size()) : near[number];
    }

    @Override
    public void keep(int number) {
        places.add(next[number]);
        kept.add(read[number]);
    }

    private int among(float[] vector, int from, int to) {
        for (int number = from; number < to; number++) {
            if (SentenceEncoder.cosine(vector, kept.get(number)) > threshold) {
                return places.get(number);
            }
        }
        return NONE;
    }
}
