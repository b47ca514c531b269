package dev.reflux.worker.progress;

import dev.reflux.workflows.Tally;
import dev.reflux.workflows.campaign.CampaignProgress;
import dev.reflux.workflows.round.RoundProgress;
import dev.reflux.workflows.round.RoundReport.StageTally;
import java.util.List;
import java.util.Locale;

/**
 * A campaign at one moment.
 *
 * @param maxRounds rounds at most
 * @param campaign where the campaign stands
 * @param round the round in progress, or null
 * @param elapsedMillis since watching began
 */
public record ProgressFrame(
        String name, int maxRounds, CampaignProgress campaign, RoundProgress round, long elapsedMillis) {
    /** What it is doing, in one word. */
    String activity() {
        boolean atWork = campaign.state() == CampaignProgress.State.RUNNING && round != null;
        Enum<?> word = atWork ? round.phase() : campaign.state();
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<StageTally> stages() {
        return round == null ? List.of() : round.stages();
    }

    /** The round so far: samples through its last stage, and everything that its stages did. */
    Tally soFar() {
        Tally sum = Tally.NONE;
        for (StageTally stage : stages()) {
            sum = sum.plus(stage.tally());
        }
        return sum;
    }

    /** Samples that have come through every stage of this round. */
    long accepted() {
        return stages().isEmpty()
                ? 0
                : stages().get(stages().size() - 1).tally().accepted();
    }

    /** US dollars, finished rounds included. */
    double spentUsd() {
        double before = campaign.rounds().stream()
                .mapToDouble(report -> report.total().costUsd())
                .sum();
        boolean counted =
                round == null || campaign.rounds().stream().anyMatch(report -> report.round() == round.round());
        return before + (counted ? 0 : soFar().costUsd());
    }
}
