package dev.reflux.worker.campaign;

import dev.reflux.workflows.campaign.CampaignReport;
import dev.reflux.workflows.round.RoundProgress;
import dev.reflux.workflows.round.RoundReport;
import java.util.List;

/**
 * How a campaign stands, from whoever could tell.
 *
 * @param source {@code temporal} or {@code summary}, the file in the workspace
 * @param state a state of {@link dev.reflux.workflows.campaign.CampaignProgress.State} in kebab case, or {@code failed}
 * @param problem why it holds or failed, or null
 * @param round the round it is in, or the last one finished
 * @param rounds reports of finished rounds
 * @param current the round in progress, or null
 * @param paths where everything lies once it is finished, relative to the workspace; null before
 */
public record CampaignStatus(
        String campaign,
        String source,
        String state,
        String problem,
        int round,
        Double budgetUsd,
        List<RoundReport> rounds,
        RoundProgress current,
        CampaignReport.Paths paths) {
    public CampaignStatus {
        rounds = List.copyOf(rounds);
    }

    static CampaignStatus finished(CampaignReport report, String source) {
        return new CampaignStatus(
                report.campaign(),
                source,
                "finished",
                null,
                report.rounds().size(),
                null,
                report.rounds(),
                null,
                report.paths());
    }
}
