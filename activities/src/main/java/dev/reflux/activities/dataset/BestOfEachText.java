package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.shard.TextKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Of samples with the same normalised text, said after the same turns about the same passage, the one with the highest
 * confidence; of several such, the first. Where answers are marked, they count with the text: two preference pairs of one
 * text are two samples.
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
        List<Answer> marked = sample.answers().stream()
                .filter(answer -> answer.mark() != null)
                .toList();
        boolean bare = task.system() == null
                && task.passage() == null
                && task.history().isEmpty();
        if (bare && marked.isEmpty()) {
            return TextKey.ofNormalised(sample.text());
        }
        StringJoiner whole = new StringJoiner("\u0000");
        whole.add(String.valueOf(task.system())).add(String.valueOf(task.passage()));
        task.history().forEach(turn -> whole.add(turn.content()));
        marked.forEach(answer -> whole.add(answer.mark().name()).add(answer.text()));
        return TextKey.ofNormalised(whole.add(sample.text()).toString());
    }

    boolean isBest(Sample sample) {
        return byText.get(key(sample)).id().equals(sample.id());
    }
}
