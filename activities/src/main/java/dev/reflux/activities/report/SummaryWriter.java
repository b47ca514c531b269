package dev.reflux.activities.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.dataset.MergeFindings;
import dev.reflux.activities.dataset.RoundMerge;
import dev.reflux.activities.ledger.BooksLine;
import dev.reflux.activities.report.survey.Diversity;
import dev.reflux.activities.report.survey.JudgeSurvey;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.campaign.CampaignReport;
import dev.reflux.workflows.campaign.OpenReport;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundReport;
import dev.reflux.workflows.round.StudentReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Writes {@code summary.json}, whose fields {@code docs/summary.md} describes, in their order; the same campaign gives
 * the same bytes.
 */
final class SummaryWriter {
    /** Sums of dollars lose the noise of binary fractions below a billionth. */
    private static final int DOLLAR_PLACES = 9;

    private static final int SECOND_PLACES = 3;

    /** Of calls and tokens for one sample. */
    private static final int UNIT_PLACES = 3;

    private final ClosedCampaign campaign;
    private static final int FIGURE_PLACES = 6;

    private final CampaignReport.Paths paths;
    private final Optional<Diversity> diversity;

    private SummaryWriter(ClosedCampaign campaign, CampaignReport.Paths paths, Optional<Diversity> diversity) {
        this.campaign = campaign;
        this.paths = paths;
        this.diversity = diversity;
    }

    /**
     * Replaces the campaign's summary whole.
     *
     * @param diversity of the last round, where it was measured
     */
    static void write(ClosedCampaign campaign, CampaignReport.Paths paths, Optional<Diversity> diversity) {
        new JsonDocument(campaign.folder().summary()).write(new SummaryWriter(campaign, paths, diversity).summary());
    }

    private ObjectNode summary() {
        ObjectNode summary = object().put("campaign", campaign.name())
                .put("planFingerprint", campaign.request().planFingerprint())
                .put("state", campaign.request().state())
                .put("stopReason", campaign.request().stopReason())
                .put("notice", TeacherNotice.of(campaign).orElse(null));
        summary.set("inputs", inputs(campaign.request().inputs()));
        ArrayNode rounds = summary.putArray("rounds");
        campaign.rounds().forEach(round -> rounds.add(round(round)));
        summary.set("totals", totals());
        diversity.ifPresent(measured -> summary.set("diversity", diversity(measured)));
        ArrayNode books = summary.putArray("books");
        campaign.books().forEach(line -> books.add(line(line)));
        putPaths(summary);
        return summary;
    }

    private static ObjectNode inputs(OpenReport inputs) {
        return object().put("seeds", inputs.seeds())
                .put("pool", inputs.pool())
                .put("holdout", inputs.holdout())
                .put("gold", inputs.gold())
                .put("leftOut", inputs.leftOut())
                .put("shards", inputs.shards())
                .put("labels", inputs.labels());
    }

    private ObjectNode round(RoundReport report) {
        ObjectNode round = object().put("round", report.round());
        putTally(round, report.total());
        putUnitCosts(round, report.total(), campaign.gained(report));
        putMeasure(round, report.merge());
        round.set("student", student(report));
        round.put("seconds", rounded(report.seconds(), SECOND_PLACES));
        ArrayNode stages = round.putArray("stages");
        report.stages().forEach(stage -> stages.add(stage(stage, campaign.gained(report))));
        round.set("merge", stage(RoundMerge.NAME, report.merge().tally()));
        ArrayNode judged = JudgeFigures.of(JudgeSurvey.of(campaign.folder(), campaign.plan(), report.round()));
        if (!judged.isEmpty()) {
            round.set("judged", judged);
        }
        MergeFigures.put(round, new MergeFindings(campaign.folder(), campaign.plan(), report.round()));
        return round;
    }

    private static void putTally(ObjectNode into, Tally tally) {
        into.put("input", tally.input()).put("accepted", tally.accepted());
        ObjectNode rejected = into.putObject("rejected");
        tally.rejected().forEach(rejected::put);
        into.put("teacherCalls", tally.teacherCalls())
                .put("ledgerHits", tally.ledgerHits())
                .put("inputTokens", tally.inputTokens())
                .put("cachedTokens", tally.cachedTokens())
                .put("outputTokens", tally.outputTokens())
                .put("costUsd", rounded(tally.costUsd(), DOLLAR_PLACES));
    }

    /** @param held samples of the dataset that the calls were made for */
    private static void putUnitCosts(ObjectNode into, Tally spent, long held) {
        into.set("perInput", unitCost(spent, spent.input()));
        into.set("perAccepted", unitCost(spent, held));
    }

    private static ObjectNode unitCost(Tally spent, long samples) {
        return UnitCost.of(spent, samples)
                .map(cost -> object().put("calls", rounded(cost.calls(), UNIT_PLACES))
                        .put("inputTokens", rounded(cost.tokensIn(), UNIT_PLACES))
                        .put("outputTokens", rounded(cost.tokensOut(), UNIT_PLACES))
                        .put("costUsd", rounded(cost.usd(), DOLLAR_PLACES)))
                .orElse(null);
    }

    private static void putMeasure(ObjectNode into, MergeReport merge) {
        into.put("acceptedPrecision", merge.acceptedPrecision()).put("measured", merge.measured());
    }

    /** Null where the campaign wants no student. */
    private ObjectNode student(RoundReport round) {
        StudentReport student = round.student();
        if (student == null) {
            return null;
        }
        return object().put("trainedOn", student.trainedOn())
                .put("holdoutAccuracy", student.holdoutAccuracy())
                .put("holdoutMacroF1", student.holdoutMacroF1())
                .put("calibrationError", student.calibrationError())
                .put("baselineAccuracy", campaign.baselineAccuracy(round.round()));
    }

    private static ObjectNode stage(RoundReport.StageTally work, long held) {
        ObjectNode stage = stage(work.stage(), work.tally());
        putUnitCosts(stage, work.tally(), held);
        return stage;
    }

    private static ObjectNode stage(String name, Tally tally) {
        ObjectNode stage = object().put("stage", name);
        putTally(stage, tally);
        return stage.put("seconds", rounded(tally.millis() / 1000.0, SECOND_PLACES));
    }

    private ObjectNode totals() {
        ObjectNode totals = object().put("rounds", campaign.rounds().size());
        putTally(totals, campaign.total());
        putUnitCosts(totals, campaign.total(), campaign.datasetSize());
        totals.put("paidUsd", rounded(campaign.paidUsd(), DOLLAR_PLACES));
        return totals.put("seconds", rounded(campaign.seconds(), SECOND_PLACES));
    }

    private static ObjectNode diversity(Diversity measured) {
        ObjectNode diversity = object().put("measured", measured.measured());
        ArrayNode distinct = diversity.putArray("distinct");
        measured.distinct().forEach(share -> distinct.add(rounded(share, FIGURE_PLACES)));
        Double distance = measured.meanDistance();
        diversity.put("meanDistance", distance == null ? null : Double.valueOf(rounded(distance, FIGURE_PLACES)));
        ArrayNode topics = diversity.putArray("topics");
        measured.topics()
                .forEach(topic ->
                        topics.add(object().put("example", topic.example()).put("size", topic.size())));
        return diversity;
    }

    private static ObjectNode line(BooksLine line) {
        return object().put("round", line.round())
                .put("stage", line.stage())
                .put("model", line.model())
                .put("calls", line.calls())
                .put("inputTokens", line.inputTokens())
                .put("cachedTokens", line.cachedTokens())
                .put("outputTokens", line.outputTokens())
                .put("costUsd", rounded(line.costUsd(), DOLLAR_PLACES));
    }

    private void putPaths(ObjectNode summary) {
        summary.put("dataset", paths.dataset()).put("rejected", paths.rejected());
        summary.put("students", campaign.students()).put("report", paths.report());
        ArrayNode exports = summary.putArray("exports");
        paths.exports().forEach(exports::add);
    }

    private static double rounded(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).doubleValue();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
