package dev.reflux.activities.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.reflux.activities.ledger.BooksLine;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Sample;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.DataFile;
import dev.reflux.config.Environment;
import dev.reflux.config.Export;
import dev.reflux.config.Inputs;
import dev.reflux.config.Limits;
import dev.reflux.config.MergePlan;
import dev.reflux.config.Preparation;
import dev.reflux.config.Price;
import dev.reflux.config.Provider;
import dev.reflux.config.Rounds;
import dev.reflux.config.Shards;
import dev.reflux.config.StagePlan;
import dev.reflux.config.StudentPlan;
import dev.reflux.config.TaskFields;
import dev.reflux.config.TeacherPlan;
import dev.reflux.config.WorkerRole;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.campaign.CloseRequest;
import dev.reflux.workflows.campaign.OpenReport;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundReport;
import dev.reflux.workflows.round.StudentReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Parts of campaigns for tests: small, with round figures. */
public final class SampleCampaign {
    public static final String NAME = "support-intents";

    private SampleCampaign() {}

    /** Makes instructions from nothing but seeds, five a round, and answers them; no student. */
    public static CampaignPlan generating() {
        CampaignPlan plan = plan(Provider.OPENAI, "gpt-4o-mini", List.of());
        JsonNode settings = JsonNodeFactory.instance.objectNode();
        return new CampaignPlan(
                NAME,
                new Inputs(file("seeds"), null, null, null),
                plan.teacher(),
                plan.teachers(),
                null,
                plan.rounds(),
                plan.shards(),
                List.of(
                        new StagePlan("generate", WorkerRole.TEACHER, Preparation.NONE, 5, List.of(), settings),
                        stage("answer", WorkerRole.TEACHER, Preparation.NONE)),
                new StudentPlan(StudentPlan.Kind.NONE, true, 1),
                List.of());
    }

    /** The plan with such steps in its merge. */
    static CampaignPlan merging(CampaignPlan plan, List<MergePlan> steps) {
        return new CampaignPlan(
                plan.campaign(),
                plan.inputs(),
                plan.teacher(),
                plan.teachers(),
                plan.budget(),
                plan.rounds(),
                plan.shards(),
                plan.stages(),
                steps,
                plan.student(),
                plan.exports(),
                plan.card());
    }

    public static CampaignPlan plan(Provider provider, String model, List<Export> exports) {
        return new CampaignPlan(
                NAME,
                new Inputs(file("seeds"), file("pool"), file("holdout"), file("gold")),
                new TeacherPlan(
                        provider,
                        model,
                        null,
                        "${OPENAI_API_KEY}",
                        0,
                        256,
                        provider == Provider.REPLAY ? "recorded.jsonl" : null,
                        new Limits(16, null, null, Duration.ofSeconds(60)),
                        new Price(0.15, 0.075, 0.60)),
                Map.of(),
                null,
                new Rounds(3, null, null, false),
                new Shards(250, 16, Duration.ofSeconds(60)),
                List.of(
                        stage("pseudo-label", WorkerRole.TEACHER, Preparation.AT_ROUND_START),
                        stage("confidence-filter", WorkerRole.COMPUTE, Preparation.AFTER_ALL_SHARDS)),
                new StudentPlan(StudentPlan.Kind.NGRAM, true, 1),
                exports);
    }

    /** Closes campaigns in which no variable is set. */
    public static CampaignClosing closing() {
        return new CampaignClosing(Environment.of(Map.of()));
    }

    /** A finished campaign of one round: four samples in, two accepted, one rejected by each stage. */
    public static CloseRequest finished() {
        return closing("finished", "max-rounds", List.of(round()));
    }

    public static CloseRequest closing(String state, String stopReason, List<RoundReport> rounds) {
        return new CloseRequest(NAME, "f1a9", new OpenReport(8, 4, 10, 4, 1, 1, 2), rounds, state, stopReason);
    }

    public static RoundReport round() {
        Tally labelled = new Tally(4, 3, Map.of("no-label", 1L), 3, 1, 900, 300, 12, 0.1 + 0.2, 2_500);
        Tally filtered = new Tally(3, 2, Map.of("below-threshold", 1L), 0, 0, 0, 0, 0, 0, 40);
        Tally merged = new Tally(2, 2, Map.of(), 0, 0, 0, 0, 0, 0, 15);
        return new RoundReport(
                1,
                4,
                List.of(
                        new RoundReport.StageTally("pseudo-label", labelled),
                        new RoundReport.StageTally("confidence-filter", filtered)),
                new MergeReport(merged, 0.5, 2),
                new StudentReport(10, 0.9, 0.85, 0.04),
                3.25);
    }

    /** A round of {@link #generating()} without what was there before: five asked for, four made, two kept. */
    public static RoundReport generated(int number, long inDataset) {
        Tally made = new Tally(5, 4, Map.of("not-novel", 1L), 1, 0, 400, 0, 50, 0.01, 10);
        Tally answered = new Tally(4, 2, Map.of("empty-answer", 2L), 8, 0, 800, 0, 160, 0.03, 20);
        return new RoundReport(
                number,
                5,
                List.of(new RoundReport.StageTally("generate", made), new RoundReport.StageTally("answer", answered)),
                new MergeReport(new Tally(inDataset, inDataset, Map.of(), 0, 0, 0, 0, 0, 0, 1), null, 0),
                null,
                1.5);
    }

    /** A round of {@link #generating()} that came to nothing. */
    public static RoundReport withoutWork(int number, long inDataset) {
        return new RoundReport(
                number,
                5,
                List.of(),
                new MergeReport(new Tally(inDataset, inDataset, Map.of(), 0, 0, 0, 0, 0, 0, 1), null, 0),
                null,
                0.5);
    }

    public static List<BooksLine> books() {
        return List.of(new BooksLine(1, "pseudo-label", "gpt-4o-mini", 4, 1200, 300, 16, 0.4));
    }

    /** A sample that a label was put on; rejected where {@code reason} is not null. */
    public static Sample sample(String id, String text, String label, Double confidence, String reason) {
        Sample.Provenance provenance =
                new Sample.Provenance("pool.jsonl:1", "openai/gpt-4o-mini", null, 1, "pseudo-label");
        Sample.Decision decision = reason == null ? Sample.Decision.ACCEPTED : Sample.Decision.REJECTED;
        return new Sample(id, text, label, confidence, List.of(), decision, reason, provenance);
    }

    /** Puts the samples of {@link #finished()} into a folder. */
    public static void fill(CampaignFolder folder) {
        folder.gold().write(1, List.of(gold("a", "refund"), gold("b", "refund"), gold("c", "card"), gold("d", "card")));
        folder.dataset(1)
                .write(
                        1,
                        List.of(
                                sample("a", "my money, please", "refund", 0.95, null),
                                sample("b", "where is it", "card", 0.85, null)));
        folder.rejected(1, 1, "pseudo-label").write(1, List.of(sample("d", "???", null, null, "no-label")));
        folder.rejected(1, 2, "confidence-filter")
                .write(1, List.of(sample("c", "lost it", "card", 0.35, "below-threshold")));
    }

    private static Sample gold(String id, String label) {
        return sample(id, "", label, null, null);
    }

    private static DataFile file(String name) {
        return new DataFile(name + ".jsonl", "text", "label", TaskFields.STANDARD, null, 1);
    }

    private static StagePlan stage(String name, WorkerRole role, Preparation preparation) {
        JsonNode settings = JsonNodeFactory.instance.objectNode();
        return new StagePlan(name, role, preparation, 0, List.of(), settings);
    }
}
