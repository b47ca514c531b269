package dev.reflux.activities.dataset;

import static dev.reflux.activities.dataset.CampaignFiles.all;
import static dev.reflux.activities.dataset.CampaignFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.dataset.merge.decontaminate.DecontaminateSettings;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.Judged;
import dev.reflux.activities.dataset.merge.decontaminate.EmbeddingSettings;
import dev.reflux.activities.dataset.merge.decontaminate.NeighbourJudgeSettings;
import dev.reflux.activities.dataset.merge.decontaminate.Preset;
import dev.reflux.activities.ledger.LedgerEntry.Payer;
import dev.reflux.activities.ledger.SqliteLedger;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.teacher.BudgetSpentException;
import dev.reflux.activities.teacher.Fault;
import dev.reflux.activities.teacher.Plans;
import dev.reflux.activities.teacher.Script;
import dev.reflux.activities.teacher.ScriptedAnswer;
import dev.reflux.activities.teacher.ScriptedTeacher;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.chat.ChatTeachers;
import dev.reflux.activities.teacher.desk.TeacherDesks;
import dev.reflux.activities.teacher.limit.Patience;
import dev.reflux.config.Benchmark;
import dev.reflux.config.Benchmark.Several;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.MergePlan;
import dev.reflux.config.PlanJson;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundStep;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A round whose merge asks a teacher over the network. */
class JudgedRoundTest {

    private static final Patience SHORT = new Patience(Duration.ZERO, Duration.ofMillis(5), Duration.ofMillis(20));

    private static final Script JUDGE = Script.answering(question -> ScriptedAnswer.of(
            "{\"why\": \"as it is\", \"sameProblem\": " + question.user().contains("a dozen") + "}"));

    @TempDir
    private Path root;

    private final ScriptedTeacher server = ScriptedTeacher.start(JUDGE);
    private CampaignFiles campaign;
    private CampaignFolder folder;

    /** A worker: what it lends, until its process ends. */
    private final class Worker implements MergeDesks.Lending, AutoCloseable {

        private final SqliteLedger ledger = SqliteLedger.open(root.resolve("ledger.db"));
        private final TeacherDesks desks = new TeacherDesks(ledger, SHORT);
        private final boolean isKilled;

        /** @param isKilled once its questions are answered, before anything is written */
        Worker(boolean isKilled) {
            this.isKilled = isKilled;
        }

        @Override
        public TeacherDesk desk(CampaignPlan plan, String teacher, Payer payer, Double budgetUsd) {
            assertThat(payer).isEqualTo(new Payer("support", 1, "merge"));
            return desks.open(plan.teacher(), ChatTeachers.open(plan.teacher(), Plans.ENVIRONMENT), payer, budgetUsd);
        }

        @Override
        public void progress(int done, int total) {
            if (isKilled && done == total) {
                throw new CancellationException("killed");
            }
        }

        @Override
        public void close() {
            desks.close();
            ledger.close();
        }
    }

    @BeforeEach
    void name() throws IOException {
        campaign = new CampaignFiles(root);
        campaign.gold = null;
        campaign.teacher = Plans.openAi(server.baseUrl(), 1);
        campaign.write(
                "pool.jsonl",
                text("one"),
                text("After filling 6 trays with a dozen muffins apiece, Mara sold half. How many remain?"),
                text("Every day a ferry goes across 8 times with 45 vehicles aboard. What is its income?"),
                text("From Monday to Friday Tom gets through 20 pages a day. How many in three weeks?"));
        campaign.write(
                "asked.jsonl", "{\"question\": \"Mara bakes 6 trays of 12 muffins and sells half. What is left?\"}");
        campaign.merge = List.of(judging());
        folder = campaign.opened;
        campaign.open();
        for (int shard = 1; shard <= folder.pool().count(); shard++) {
            folder.accepted(1, 1, "pseudo-label").write(shard, folder.pool().read(shard));
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void rejectsWhatTheTeacherConfirmsAndReportsWhatItWasAsked() {
        MergeReport report = merge(null);

        assertThat(report.tally().rejected()).isEqualTo(Map.of("contaminated", 1L));
        assertThat(report.tally().teacherCalls()).isEqualTo(4);
        assertThat(report.tally().costUsd()).isPositive();
        assertThat(all(folder.dataset(1))).extracting(Sample::text).hasSize(3).noneMatch(text -> text.contains("Mara"));
        assertThat(findings().benchmarks().get(0).judged()).isEqualTo(new Judged(4, 1, 3, 0));
    }

    @Test
    void aMergeKilledOverItsQuestionsIsRunAgainAndPaysForEachOnce() {
        try (Worker killed = new Worker(true)) {
            assertThatThrownBy(() -> RoundMerge.merge(step(null), folder, CampaignFiles.ENVIRONMENT, killed))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(server.stats().answered()).isEqualTo(4);
        assertThat(folder.dataset(1).count()).isZero();

        MergeReport report = merge(null);

        assertThat(server.stats().answered()).isEqualTo(4);
        assertThat(server.stats().repeats()).isZero();
        assertThat(report.tally().ledgerHits()).isEqualTo(4);
        assertThat(report.tally().teacherCalls()).isZero();
        assertThat(all(folder.dataset(1))).hasSize(3);
        try (SqliteLedger ledger = SqliteLedger.open(root.resolve("ledger.db"))) {
            assertThat(ledger.books("support")).singleElement().satisfies(line -> {
                assertThat(line.stage()).isEqualTo("merge");
                assertThat(line.calls()).isEqualTo(4);
            });
        }
    }

    @Test
    void anOutageEndsItBusyAndOnlyTheRestIsAskedAfterwards() {
        server.play(JUDGE.failing(Fault.SERVER_ERROR, 0.6));
        int attempts = 0;
        while (true) {
            try {
                merge(null);
                break;
            } catch (TeacherBusyException busy) {
                assertThat(folder.dataset(1).count()).isZero();
                assertThat(++attempts).isLessThan(50);
            }
        }

        assertThat(server.stats().repeats()).isZero();
        assertThat(server.stats().answered()).isEqualTo(4);
    }

    @Test
    void aSpentBudgetEndsItAndARaisedOneLetsItGoOn() {
        assertThatThrownBy(() -> merge(1e-9)).isInstanceOf(BudgetSpentException.class);
        assertThat(folder.dataset(1).count()).isZero();

        assertThat(merge(10.0).tally().accepted()).isEqualTo(3);
        assertThat(server.stats().repeats()).isZero();
    }

    @Test
    void givesTheSameFilesTwice() {
        merge(null);
        byte[] dataset = folder.dataset(1).fingerprint().getBytes();
        Decontamination found = findings();

        merge(null);

        assertThat(folder.dataset(1).fingerprint().getBytes()).isEqualTo(dataset);
        assertThat(findings()).isEqualTo(found);
        assertThat(server.stats().answered()).isEqualTo(4);
    }

    private MergeReport merge(Double budgetUsd) {
        try (Worker worker = new Worker(false)) {
            return RoundMerge.merge(step(budgetUsd), folder, CampaignFiles.ENVIRONMENT, worker);
        }
    }

    private RoundStep step(Double budgetUsd) {
        return new RoundStep("support", campaign.request().fingerprint(), 1, budgetUsd);
    }

    private Decontamination findings() {
        return new JsonDocument(folder.finding(1, 1, "decontaminate")).read(Decontamination.class);
    }

    /** Every sample's nearest item is near enough. */
    private static MergePlan judging() {
        List<Benchmark> benchmarks = List.of(new Benchmark("asked.jsonl", List.of(), Several.APART));
        DecontaminateSettings settings = new DecontaminateSettings(
                benchmarks,
                Preset.TULU_3,
                null,
                null,
                null,
                null,
                null,
                DecontaminateSettings.Of.TEXT,
                5,
                new EmbeddingSettings(-1, new NeighbourJudgeSettings(null, 1, 0, 64, 1)));
        return new MergePlan(
                "decontaminate",
                benchmarks,
                settings.asks(),
                settings.teachers(),
                PlanJson.mapper().valueToTree(settings));
    }
}
