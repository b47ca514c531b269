package dev.reflux.activities.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.campaign.CampaignReport;
import dev.reflux.workflows.campaign.OpenReport;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundReport;
import dev.reflux.workflows.round.StudentReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A campaign as its {@code summary.json} tells it, for when Temporal has forgotten the campaign or does not answer.
 *
 * @param state {@code running} or {@code finished}, as it was when the file was written
 */
public record WrittenSummary(String state, String planFingerprint, CampaignReport report) {
    /**
     * Reads {@link dev.reflux.activities.shard.CampaignFolder#summary()}.
     *
     * @return empty where there is no such file
     * @throws dev.reflux.activities.shard.ShardCorruptException if it is not JSON
     */
    public static Optional<WrittenSummary> read(Path file) {
        JsonDocument summary = new JsonDocument(file);
        return summary.exists() ? Optional.of(of(summary.read(JsonNode.class))) : Optional.empty();
    }

    private static WrittenSummary of(JsonNode file) {
        List<RoundReport> rounds = new ArrayList<>();
        file.path("rounds").forEach(round -> rounds.add(round(round)));
        CampaignReport report = new CampaignReport(
                file.path("campaign").asText(),
                file.path("stopReason").textValue(),
                inputs(file.path("inputs")),
                rounds,
                paths(file));
        return new WrittenSummary(
                file.path("state").asText(), file.path("planFingerprint").asText(), report);
    }

    private static OpenReport inputs(JsonNode inputs) {
        return new OpenReport(
                inputs.path("seeds").asLong(),
                inputs.path("pool").asLong(),
                inputs.path("holdout").asLong(),
                inputs.path("gold").asLong(),
                inputs.path("leftOut").asLong(),
                inputs.path("shards").asInt(),
                inputs.path("labels").asInt());
    }

    private static RoundReport round(JsonNode round) {
        List<RoundReport.StageTally> stages = new ArrayList<>();
        round.path("stages").forEach(stage -> stages.add(
                new RoundReport.StageTally(stage.path("stage").asText(), tally(stage))));
        JsonNode precision = round.path("acceptedPrecision");
        JsonNode student = round.path("student");
        return new RoundReport(
                round.path("round").asInt(),
                round.path("input").asLong(),
                stages,
                new MergeReport(
                        tally(round.path("merge")),
                        precision.isNumber() ? Double.valueOf(precision.asDouble()) : null,
                        round.path("measured").asLong()),
                new StudentReport(
                        student.path("trainedOn").asLong(),
                        student.path("holdoutAccuracy").asDouble(),
                        student.path("holdoutMacroF1").asDouble(),
                        student.path("calibrationError").asDouble()),
                round.path("seconds").asDouble());
    }

    private static Tally tally(JsonNode stage) {
        Map<String, Long> rejected = new TreeMap<>();
        stage.path("rejected").properties().forEach(reason -> rejected.put(
                reason.getKey(), reason.getValue().asLong()));
        return new Tally(
                stage.path("input").asLong(),
                stage.path("accepted").asLong(),
                rejected,
                stage.path("teacherCalls").asLong(),
                stage.path("ledgerHits").asLong(),
                stage.path("inputTokens").asLong(),
                stage.path("cachedTokens").asLong(),
                stage.path("outputTokens").asLong(),
                stage.path("costUsd").asDouble(),
                Math.round(stage.path("seconds").asDouble() * 1000));
    }

    private static CampaignReport.Paths paths(JsonNode file) {
        List<String> exports = new ArrayList<>();
        file.path("exports").forEach(export -> exports.add(export.asText()));
        return new CampaignReport.Paths(
                file.path("summary").asText(),
                file.path("report").asText(),
                file.path("dataset").textValue(),
                file.path("rejected").asText(),
                exports);
    }
}
