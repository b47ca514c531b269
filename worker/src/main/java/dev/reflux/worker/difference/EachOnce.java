package dev.reflux.worker.difference;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.TextKey;
import dev.reflux.worker.dataset.Dataset;
import java.util.HashSet;
import java.util.Set;

/** The samples of a dataset, then those rejected on the way to it that are not in it, each id of the latter once. */
final class EachOnce {

    private EachOnce() {}

    /** Takes a sample with its place in the order, from 0. */
    interface Taker {
        void take(int place, Sample sample);
    }

    static void of(Dataset dataset, Taker taker) {
        Set<Long> ids = new HashSet<>();
        int[] place = {0};
        dataset.samples(sample -> {
            ids.add(TextKey.of(sample.id()));
            taker.take(place[0]++, sample);
        });
        dataset.rejected(sample -> {
            if (ids.add(TextKey.of(sample.id()))) {
                taker.take(place[0]++, sample);
            }
        });
    }
}
