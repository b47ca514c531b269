package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.Sample;
import java.util.HashMap;
import java.util.Map;

/** Of samples with the same normalised text, the one with the highest confidence; of several such, the first. */
final class BestOfEachText {

    private final Map<Long, Best> byText = new HashMap<>();

    private record Best(String id, double confidence) {}

    void offer(Sample sample) {
        double confidence = sample.confidence() == null ? 0 : sample.confidence();
        byText.merge(
                TextKey.ofNormalised(sample.text()),
                new Best(sample.id(), confidence),
                (best, next) -> next.confidence() > best.confidence() ? next : best);
    }

    boolean isBest(Sample sample) {
        return byText.get(TextKey.ofNormalised(sample.text())).id().equals(sample.id());
    }
}
