package dev.reflux.activities.dataset.merge.decontaminate;

import dev.reflux.activities.dataset.merge.BenchmarkItem;
import dev.reflux.activities.teacher.embedded.SentenceEncoder;
import java.util.ArrayList;
import java.util.List;

/** Finds the benchmark items that mean the most alike, by comparing with all of them. Safe for many threads. */
final class Neighbours {

    private final SentenceEncoder encoder = SentenceEncoder.of(EmbeddingSettings.MODEL);
    private final int most;
    private final List<Asked> asked = new ArrayList<>();
    private final float[][] vectors;

    private record Asked(int item, String text) {}

    /** @param most items that are found at most */
    Neighbours(List<BenchmarkItem> benchmarks, int most) {
        this.most = most;
        for (int item = 0; item < benchmarks.size(); item++) {
            for (String text : benchmarks.get(item).texts()) {
                asked.add(new Asked(item, text));
            }
        }
        vectors =
                asked.parallelStream().map(each -> encoder.encode(each.text())).toArray(float[][]::new);
    }

    /** The nearest items to any of a sample's texts, the nearest first; of equally near ones the first. */
    List<Neighbour> of(List<String> parts) {
        Nearest nearest = new Nearest(most);
        for (String part : parts) {
            float[] vector = encoder.encode(part);
            for (int text = 0; text < vectors.length; text++) {
                double cosine = SentenceEncoder.cosine(vector, vectors[text]);
                if (nearest.isWanted(cosine)) {
                    Asked each = asked.get(text);
                    nearest.add(new Neighbour(each.item(), cosine, part, each.text()));
                }
            }
        }
        return nearest.found();
    }
}
