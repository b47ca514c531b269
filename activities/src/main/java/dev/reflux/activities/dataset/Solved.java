package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.activities.shard.TextKey;
import java.util.HashSet;
import java.util.Set;

/** Which samples of a pool are solved: by origin or, where several of the pool come from one place, by id and parents. */
final class Solved {

    private final Set<Long> shared = new HashSet<>();
    private final Set<Long> origins = new HashSet<>();
    private final Set<Long> ids = new HashSet<>();

    /** None solved yet. */
    Solved(ShardSet pool) {
        Set<Long> seen = new HashSet<>();
        pool.forEach(sample -> {
            long origin = origin(sample);
            if (!seen.add(origin)) {
                shared.add(origin);
            }
        });
    }

    /** Takes note of a sample that passed its last stage, once or several times. */
    void note(Sample sample) {
        long origin = origin(sample);
        origins.add(origin);
        if (shared.contains(origin)) {
            ids.add(TextKey.of(sample.id()));
            sample.provenance().parents().forEach(parent -> ids.add(TextKey.of(parent)));
        }
    }

    /** Whether a sample of the pool is solved; may be asked by several threads at once. */
    boolean holds(Sample sample) {
        long origin = origin(sample);
        return shared.contains(origin) ? ids.contains(TextKey.of(sample.id())) : origins.contains(origin);
    }

    private static long origin(Sample sample) {
        return TextKey.of(sample.provenance().origin());
    }
}
