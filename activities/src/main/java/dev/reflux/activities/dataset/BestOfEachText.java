package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Of samples with the same normalised text, said after the same turns about the same passage, the one with the highest
 * confidence; of several such, the first.
 */
final class BestOfEachText {

    private final Map<Long, Best> byText = new HashMap<>();

    private record Best(String id, double confidence) {}

    void offer(Sample sample) {
        double confidence = sample.confidence() == null ? 0 : sample.confidence();
        byText.merge(
                key(sample),
                new Best(sample.id(), confidence),
                (best, next) -> next.confidence() > best.confidence() ? next : best);
    }

    private static long key(Sample sample) {
        Task task = sample.task();
        if (task.system() == null && task.passage() == null && task.history().isEmpty()) {
            return TextKey.ofNormalised(sample.text());
        }
        StringJoiner whole = new StringJoiner("\u0000");
        whole.add(String.valueOf(task.system())).add(String.valueOf(task.passage()));
        task.history().forEach(turn -> whole.add(turn.content()));
        return TextKey.ofNormalised(whole.add(sample.text()).toString());
    }

    boolean isBest(Sample sample) {
        return byText.get(key(sample)).id().equals(sample.id());
    }
}
