package dev.reflux.workflows.round;

import dev.reflux.workflows.round.RoundReport.StageTally;
import java.util.List;

/**
 * How far a round is.
 *
 * @param shardsDone shards that have passed the stage that the slowest of them must still reach
 * @param stages what each stage did so far, in order
 * @param problem why it holds, or null
 */
public record RoundProgress(
        int round, int shards, int shardsDone, Phase phase, List<StageTally> stages, String problem) {

    /** What a round is doing. */
    public enum Phase {
        PREPARING,
        STAGES,
        MERGING,
        TRAINING
    }

    public RoundProgress {
        stages = List.copyOf(stages);
    }
}
