package dev.reflux.workflows.round;

import dev.reflux.workflows.Tally;
import java.util.List;

/**
 * What a round came to.
 *
 * @param round number, from 1
 * @param input samples that entered it
 * @param stages what each stage did, in order, preparations included
 * @param merge what entered the dataset
 * @param student the student trained on it; null where none is wanted
 * @param seconds wall time from the round's start to its end
 */
public record RoundReport(
        int round, long input, List<StageTally> stages, MergeReport merge, StudentReport student, double seconds) {

    /** One stage's name with what it did. */
    public record StageTally(String stage, Tally tally) {}

    public RoundReport {
        stages = List.copyOf(stages);
    }

    /** Everything the round did, in one: samples in, in the dataset, rejected by reason, and what the teacher was asked. */
    public Tally total() {
        Tally sum = merge.tally();
        for (StageTally stage : stages) {
            sum = sum.plus(stage.tally());
        }
        return new Tally(
                input,
                merge.tally().accepted(),
                sum.rejected(),
                sum.teacherCalls(),
                sum.ledgerHits(),
                sum.inputTokens(),
                sum.cachedTokens(),
                sum.outputTokens(),
                sum.costUsd(),
                sum.millis());
    }
}
