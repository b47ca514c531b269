package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.activities.shard.TextKey;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Rounds;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The pool samples that a round goes over: all, or those that no round before has solved. A pool sample is solved when a
 * sample that comes from it passes the last stage of a round.
 */
public final class RoundPool {

    private RoundPool() {}

    /** What a round's first stage works on, in as many shards as the pool has. */
    public static ShardSet of(CampaignPlan plan, CampaignFolder folder, int round) {
        return round > 1 && plan.rounds().over() == Rounds.Over.UNSOLVED ? folder.unsolved(round) : folder.pool();
    }

    /**
     * Writes the pool of the next round.
     *
     * @param before the pool of this round
     * @param solved what passed its last stage
     * @return number of samples still unsolved
     */
    static long writeNext(ShardSet before, ShardSet solved, ShardSet next) {
        Solved done = new Solved(before, solved);
        long unsolved = 0;
        for (int shard = 1; shard <= before.count(); shard++) {
            List<Sample> open = before.read(shard).stream()
                    .filter(sample -> !done.holds(sample))
                    .toList();
            next.write(shard, open);
            unsolved += open.size();
        }
        return unsolved;
    }

    /** By origin; where several of the pool come from one place, by id and parents. */
    private static final class Solved {

        private final Set<Long> shared = new HashSet<>();
        private final Set<Long> origins = new HashSet<>();
        private final Set<Long> ids = new HashSet<>();

        Solved(ShardSet pool, ShardSet solved) {
            Set<Long> seen = new HashSet<>();
            pool.forEach(sample -> {
                if (!seen.add(origin(sample))) {
                    shared.add(origin(sample));
                }
            });
            solved.forEach(sample -> {
                origins.add(origin(sample));
                if (shared.contains(origin(sample))) {
                    ids.add(TextKey.of(sample.id()));
                    sample.provenance().parents().forEach(parent -> ids.add(TextKey.of(parent)));
                }
            });
        }

        boolean holds(Sample sample) {
            return shared.contains(origin(sample))
                    ? ids.contains(TextKey.of(sample.id()))
                    : origins.contains(origin(sample));
        }

        private static long origin(Sample sample) {
            return TextKey.of(sample.provenance().origin());
        }
    }
}
