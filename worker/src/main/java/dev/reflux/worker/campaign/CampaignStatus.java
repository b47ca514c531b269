package dev.reflux.worker.campaign;

import dev.reflux.worker.progress.RoundRow;
import dev.reflux.workflows.campaign.CampaignReport;
import dev.reflux.workflows.round.RoundProgress;
import java.util.List;

/**
 * How a campaign stands, from whoever could tell.
 *
 * @param source {@code temporal} or {@code summary}, the file in the workspace
 * @param state a state of {@link dev.reflux.workflows.campaign.CampaignProgress.State} in kebab case, or {@code failed}
 * @param notice what must be known of its teacher before its figures are trusted, or null
 * @param problem why it holds or failed, or null
 * @param round the round it is in, or the last one finished
 * @param rounds finished rounds
 * @param current the round in progress, or null
 * @param paths where everything lies once it is finished, relative to the workspace; null before
 */
public record CampaignStatus(
        String campaign,
        String source,
        String state,
        String notice,
        String problem,
        int round,
        Double budgetUsd,
        List<RoundRow> rounds,
        RoundProgress current,
        CampaignReport.Paths paths) {
    public static final String TEMPORAL = "temporal";
    public static final String SUMMARY = "summary";

    public CampaignStatus {
        rounds = List.copyOf(rounds);
    }

    static CampaignStatus finished(CampaignReport report, String notice) {
        List<RoundRow> rounds = report.rounds().stream().map(RoundRow::of).toList();
        String name = report.campaign();
        return new CampaignStatus(
                name, TEMPORAL, "finished", notice, null, rounds.size(), null, rounds, null, report.paths());
    }

    static CampaignStatus failed(String campaign, String notice, String problem) {
        return new CampaignStatus(campaign, TEMPORAL, "failed", notice, problem, 0, null, List.of(), null, null);
    }

    static CampaignStatus of(CampaignSummary summary) {
        List<RoundRow> rounds = summary.rounds();
        return new CampaignStatus(
                summary.campaign(),
                SUMMARY,
                summary.state(),
                summary.notice(),
                null,
                rounds.size(),
                null,
                rounds,
                null,
                summary.paths());
    }
}
