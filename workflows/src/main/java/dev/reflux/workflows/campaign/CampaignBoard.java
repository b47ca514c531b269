package dev.reflux.workflows.campaign;

import dev.reflux.config.CampaignPlan;
import dev.reflux.workflows.SearchAttributes;
import dev.reflux.workflows.round.RoundReport;
import io.temporal.workflow.Workflow;
import java.util.List;

/** What the Temporal UI shows of a campaign: search attributes to find it by, details to read. */
final class CampaignBoard {

    private CampaignBoard() {}

    static void show(CampaignPlan plan, CampaignProgress progress) {
        List<RoundReport> rounds = progress.rounds();
        long accepted = rounds.isEmpty()
                ? 0
                : rounds.get(rounds.size() - 1).merge().tally().accepted();
        double spent =
                rounds.stream().mapToDouble(report -> report.total().costUsd()).sum();
        Workflow.upsertTypedSearchAttributes(
                SearchAttributes.CAMPAIGN.valueSet(plan.campaign()),
                SearchAttributes.STATE.valueSet(CampaignDetails.word(progress.state())),
                SearchAttributes.ROUND.valueSet((long) progress.round()),
                SearchAttributes.ACCEPTED.valueSet(accepted),
                SearchAttributes.SPENT_USD.valueSet(spent));
        Workflow.setCurrentDetails(CampaignDetails.of(plan, progress));
    }
}
