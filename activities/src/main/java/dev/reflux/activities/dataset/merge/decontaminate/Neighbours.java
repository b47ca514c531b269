package dev.reflux.activities.dataset.merge.decontaminate;

import dev.reflux.activities.dataset.merge.BenchmarkItem;
import dev.reflux.activities.teacher.embedded.SentenceEncoder;
import java.util.ArrayList;
import java.util.List;

/** Finds the benchmark item that means the most alike, by comparing with all of them. Safe for many threads. */
final class Neighbours {

    private final SentenceEncoder encoder = SentenceEncoder.of(EmbeddingSettings.MODEL);
    private final double threshold;
    private final float[][] vectors;
    private final int[] items;

    private record Asked(int item, String text) {}

    Neighbours(List<BenchmarkItem> benchmarks, EmbeddingSettings settings) {
        this.threshold = settings.threshold();
        List<Asked> asked = new ArrayList<>();
        for (int item = 0; item < benchmarks.size(); item++) {
            for (String text : benchmarks.get(item).texts()) {
                asked.add(new Asked(item, text));
            }
        }
        vectors =
                asked.parallelStream().map(each -> encoder.encode(each.text())).toArray(float[][]::new);
        items = asked.stream().mapToInt(Asked::item).toArray();
    }

    /** The nearest item to any of a sample's texts, if it is near enough; of equally near ones the first. */
    List<Hit> find(List<String> parts) {
        Hit nearest = null;
        for (String part : parts) {
            Hit hit = nearest(encoder.encode(part));
            nearest = nearest == null || hit.share() > nearest.share() ? hit : nearest;
        }
        return nearest == null || nearest.share() < threshold ? List.of() : List.of(nearest);
    }

    private Hit nearest(float[] vector) {
        int best = 0;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int text = 0; text < vectors.length; text++) {
            float cosine = SentenceEncoder.cosine(vector, vectors[text]);
            if (cosine > greatest) {
                best = text;
                greatest = cosine;
            }
        }
        return new Hit(items[best], Hit.By.EMBEDDING, greatest);
    }
}
