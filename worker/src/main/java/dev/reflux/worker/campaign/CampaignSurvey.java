package dev.reflux.worker.campaign;

import dev.reflux.worker.progress.RoundRow;
import dev.reflux.workflows.campaign.CampaignProgress;
import dev.reflux.workflows.round.RoundProgress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Finds out how a campaign stands. */
public final class CampaignSurvey {
    private CampaignSurvey() {}

    /** As Temporal knows it; empty where it knows none of that name. */
    public static Optional<CampaignStatus> ask(CampaignClient client, String name) {
        CampaignStanding standing = client.find(name);
        return switch (standing.kind()) {
            case ABSENT -> Optional.empty();
            case OPEN -> Optional.of(open(client, name, standing.notice()));
            case FINISHED, BROKEN -> Optional.of(ended(client, name, standing.notice()));
        };
    }

    private static CampaignStatus open(CampaignClient client, String name, String notice) {
        CampaignProgress progress = client.progress(name);
        RoundProgress round = progress.round() == 0
                ? null
                : client.round(name, progress.round()).orElse(null);
        return new CampaignStatus(
                name,
                CampaignStatus.TEMPORAL,
                progress.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                notice,
                progress.problem(),
                progress.round(),
                progress.budgetUsd(),
                progress.rounds().stream().map(RoundRow::of).toList(),
                round,
                null);
    }

    private static CampaignStatus ended(CampaignClient client, String name, String notice) {
        try {
            return CampaignStatus.finished(client.report(name), notice);
        } catch (CampaignFailedException failure) {
            return CampaignStatus.failed(name, notice, failure.getMessage());
        }
    }

    /** As the workspace tells it; empty where it holds no summary of that name. */
    public static Optional<CampaignStatus> readSummary(Path workspace, String name) {
        return CampaignSummary.read(workspace, name).map(CampaignStatus::of);
    }
}
