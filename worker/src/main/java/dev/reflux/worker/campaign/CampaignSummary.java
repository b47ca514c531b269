package dev.reflux.worker.campaign;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.reflux.config.PlanJson;
import dev.reflux.worker.progress.RoundRow;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.campaign.CampaignReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A campaign as the workspace tells it, for when Temporal has forgotten it or does not answer.
 *
 * @param fingerprint of the plan in {@code plan.json}, or null
 * @param json the whole {@code summary.json}
 */
public record CampaignSummary(String fingerprint, JsonNode json) {
    private static final ObjectMapper JSON = PlanJson.mapper();

    /** Empty where the workspace holds no summary of that name, or one that cannot be parsed. */
    public static Optional<CampaignSummary> read(Path workspace, String campaign) {
        Path folder = workspace.resolve(campaign);
        JsonNode summary = readTree(folder.resolve("summary.json"));
        if (!summary.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new CampaignSummary(fingerprint(workspace, campaign).orElse(null), summary));
    }

    /** Which campaign was opened under a name; empty where none was, or its {@code plan.json} cannot be parsed. */
    public static Optional<String> fingerprint(Path workspace, String campaign) {
        JsonNode plan = readTree(workspace.resolve(campaign).resolve("plan.json"));
        return Optional.ofNullable(plan.path("fingerprint").asText(null));
    }

    private static JsonNode readTree(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException | JacksonException none) {
            return MissingNode.getInstance();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file + "; check its rights", unreadable);
        }
    }

    public String campaign() {
        return json.path("campaign").asText();
    }

    /** {@code running} or {@code finished}, as it was when the file was written. */
    public String state() {
        return json.path("state").asText();
    }

    public boolean isFinished() {
        return "finished".equals(state());
    }

    public String stopReason() {
        return json.path("stopReason").asText(null);
    }

    /** What must be known of the teacher before the figures are trusted, or null. */
    public String notice() {
        return json.path("notice").asText(null);
    }

    public List<RoundRow> rounds() {
        List<RoundRow> rows = new ArrayList<>();
        json.path("rounds").forEach(round -> rows.add(row(round)));
        return rows;
    }

    private static RoundRow row(JsonNode round) {
        JsonNode student = round.path("student");
        return new RoundRow(
                round.path("round").asInt(),
                JSON.convertValue(round, TotalFields.class).toTally(),
                number(round.path("acceptedPrecision")),
                number(student.path("holdoutAccuracy")),
                number(student.path("baselineAccuracy")),
                round.path("seconds").asDouble());
    }

    private static Double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : null;
    }

    /** Where everything lies, relative to the workspace. */
    public CampaignReport.Paths paths() {
        List<String> exports = new ArrayList<>();
        json.path("exports").forEach(export -> exports.add(export.asText()));
        return new CampaignReport.Paths(
                campaign() + "/summary.json",
                json.path("report").asText(null),
                json.path("dataset").asText(null),
                json.path("rejected").asText(null),
                exports);
    }

    /** The fields of a round in the summary that make a tally. */
    private record TotalFields(
            long input,
            long accepted,
            TreeMap<String, Long> rejected,
            long teacherCalls,
            long ledgerHits,
            double costUsd) {
        Tally toTally() {
            return new Tally(input, accepted, rejected, teacherCalls, ledgerHits, 0, 0, 0, costUsd, 0);
        }
    }
}
