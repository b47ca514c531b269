package dev.reflux.workflows.campaign;

import dev.reflux.config.CampaignPlan;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.WorkflowIds;
import dev.reflux.workflows.campaign.CampaignProgress.State;
import dev.reflux.workflows.round.RoundReport;
import java.util.List;
import java.util.Locale;

/** The campaign as a few lines of Markdown for the Temporal UI: at most 4 KB, since the UI carries them in a URL. */
final class CampaignDetails {

    private static final int LONGEST = 4_000;
    private static final int ROUNDS_SHOWN = 15;

    private CampaignDetails() {}

    static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String of(CampaignPlan plan, CampaignProgress progress) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "**%s** · %s · round %d of at most %d\n\n",
                plan.campaign(),
                word(progress.state()),
                progress.round(),
                plan.rounds().max()));
        if (progress.problem() != null) {
            text.append("**Holding:** ").append(progress.problem()).append("\n\n");
        }
        if (progress.round() > 0 && progress.state() != State.FINISHED) {
            String id = WorkflowIds.round(plan.campaign(), progress.round()).replace("/", "%2F");
            text.append("[Round ").append(progress.round()).append("](/namespaces/{namespace}/workflows/");
            text.append(id).append(")\n\n");
        }
        List<RoundReport> rounds = progress.rounds();
        if (!rounds.isEmpty()) {
            text.append(
                    "| round | in | accepted | precision | student | calls | USD |\n|--:|--:|--:|--:|--:|--:|--:|\n");
            rounds.subList(Math.max(0, rounds.size() - ROUNDS_SHOWN), rounds.size())
                    .forEach(round -> text.append(row(round)));
        }
        return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST);
    }

    private static String share(Double share) {
        return share == null ? "–" : String.format(Locale.ROOT, "%.3f", share);
    }

    private static String row(RoundReport round) {
        Tally total = round.total();
        Double precision = round.merge().acceptedPrecision();
        return String.format(
                Locale.ROOT,
                "| %d | %d | %d | %s | %s | %d | %.4f |\n",
                round.round(),
                total.input(),
                total.accepted(),
                share(precision),
                round.student() == null ? share(null) : share(round.student().holdoutAccuracy()),
                total.teacherCalls(),
                total.costUsd());
    }
}
