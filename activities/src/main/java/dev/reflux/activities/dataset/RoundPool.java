package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Conveyor;
import dev.reflux.activities.shard.SampleLine;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Rounds;
import java.util.List;

/**
 * The pool samples that a round goes over: all, or those that no round before has solved. A pool sample is solved when a
 * sample that comes from it passes the last stage of a round.
 */
public final class RoundPool {

    /** Shards that are written at once: one is compressed while another waits for the disk. */
    private static final int WRITERS = 2;

    private RoundPool() {}

    /** What a round's first stage works on, in as many shards as the pool has. */
    public static ShardSet of(CampaignPlan plan, CampaignFolder folder, int round) {
        return round > 1 && plan.rounds().over() == Rounds.Over.UNSOLVED ? folder.unsolved(round) : folder.pool();
    }

    /**
     * Writes the pool of the next round.
     *
     * @param before the pool of this round
     * @return number of samples still unsolved
     */
    static long writeNext(ShardSet before, Solved solved, ShardSet next) {
        long[] unsolved = {0};
        int count = before.count();
        try (Conveyor<Integer> shards = new Conveyor<>(WRITERS, open -> unsolved[0] += open)) {
            for (int shard = 1; shard <= count; shard++) {
                int number = shard;
                shards.put(() -> {
                    List<SampleLine> open = before.lines(number).stream()
                            .filter(line -> !solved.holds(line.sample()))
                            .toList();
                    next.writeLines(number, open);
                    return open.size();
                });
            }
            shards.finish();
        }
        return unsolved[0];
    }
}
