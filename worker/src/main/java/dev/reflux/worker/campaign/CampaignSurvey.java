package dev.reflux.worker.campaign;

import dev.reflux.workflows.campaign.CampaignProgress;
import dev.reflux.workflows.round.RoundProgress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out how a campaign stands. */
public final class CampaignSurvey {
    private static final String TEMPORAL = "temporal";
    private static final String SUMMARY = "summary";

    private CampaignSurvey() {}

    /** As Temporal knows it; empty where it knows none of that name. */
    public static Optional<CampaignStatus> ask(CampaignClient client, String name) {
        return switch (client.find(name).kind()) {
            case ABSENT -> Optional.empty();
            case OPEN -> Optional.of(open(client, name));
            case FINISHED -> Optional.of(CampaignStatus.finished(client.report(name), TEMPORAL));
            case BROKEN -> Optional.of(broken(client, name));
        };
    }

    private static CampaignStatus open(CampaignClient client, String name) {
        CampaignProgress progress = client.progress(name);
        RoundProgress round = progress.round() == 0
                ? null
                : client.round(name, progress.round()).orElse(null);
        return new CampaignStatus(
                name,
                TEMPORAL,
                progress.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                progress.problem(),
                progress.round(),
                progress.budgetUsd(),
                progress.rounds(),
                round,
                null);
    }

    private static CampaignStatus broken(CampaignClient client, String name) {
        try {
            return CampaignStatus.finished(client.report(name), TEMPORAL);
        } catch (CampaignFailedException failure) {
            return new CampaignStatus(
                    name, TEMPORAL, "failed", failure.getMessage(), 0, null, List.of(), null, null);
        }
    }

    /** As the workspace tells it; empty where it holds no summary of that name. */
    public static Optional<CampaignStatus> readSummary(Path workspace, String name) {
        return CampaignSummary.read(workspace, name).map(CampaignSurvey::fromSummary);
    }

    private static CampaignStatus fromSummary(CampaignSummary summary) {
        if (summary.isFinished()) {
            return CampaignStatus.finished(summary.toReport(), SUMMARY);
        }
        return new CampaignStatus(
                summary.campaign(),
                SUMMARY,
                summary.state(),
                null,
                summary.rounds().size(),
                null,
                summary.rounds(),
                null,
                summary.paths());
    }
}
