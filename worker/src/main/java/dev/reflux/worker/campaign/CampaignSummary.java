package dev.reflux.worker.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.config.PlanJson;
import dev.reflux.workflows.campaign.CampaignReport;
import dev.reflux.workflows.campaign.OpenReport;
import dev.reflux.workflows.round.RoundReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A campaign as its {@code summary.json} in the workspace tells it, for when Temporal has forgotten it or does not answer.
 *
 * @param state {@code running} or {@code finished}, as it was when the file was written
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CampaignSummary(
        String campaign,
        String planFingerprint,
        OpenReport inputs,
        List<RoundReport> rounds,
        String state,
        String stopReason,
        CampaignReport.Paths paths) {
    private static final ObjectMapper JSON = PlanJson.mapper();

    public CampaignSummary {
        rounds = rounds == null ? List.of() : List.copyOf(rounds);
    }

    /** Reads {@code <workspace>/<campaign>/summary.json}; empty where there is none, or it is of another making. */
    public static Optional<CampaignSummary> read(Path workspace, String campaign) {
        Path file = workspace.resolve(campaign).resolve("summary.json");
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), CampaignSummary.class));
        } catch (NoSuchFileException | JacksonException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file + "; check its rights", unreadable);
        }
    }

    public boolean isFinished() {
        return "finished".equals(state);
    }

    public CampaignReport toReport() {
        return new CampaignReport(campaign, stopReason, inputs, rounds, paths);
    }
}
