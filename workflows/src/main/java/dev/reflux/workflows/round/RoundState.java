package dev.reflux.workflows.round;

import dev.reflux.workflows.round.RoundReport.StageTally;
import java.util.List;

/**
 * How far a round has come, handed from run to run.
 *
 * @param startedMillis when its first run started, epoch milliseconds
 * @param prepared preparations done so far
 * @param leg index of the leg in progress, from 0
 * @param nextShard the first shard that has not begun this leg
 * @param parked shards between two stages of this leg
 * @param tallies what each stage did so far
 * @param paused true if an operator paused it
 */
public record RoundState(
        long startedMillis,
        int prepared,
        int leg,
        int nextShard,
        List<Parked> parked,
        List<StageTally> tallies,
        boolean paused) {

    /** A shard with the stage it must go through next. */
    public record Parked(int shard, int stage) {}

    public RoundState {
        parked = List.copyOf(parked);
        tallies = List.copyOf(tallies);
    }

    static RoundState starting(long startedMillis, boolean paused) {
        return new RoundState(startedMillis, 0, 0, 1, List.of(), List.of(), paused);
    }
}
