package dev.reflux.worker.wiring;

import dev.reflux.activities.dataset.BenchmarkFiles;
import dev.reflux.activities.dataset.CampaignFingerprint;
import dev.reflux.activities.dataset.CampaignOpening;
import dev.reflux.activities.dataset.MergeDesks;
import dev.reflux.activities.dataset.OpenedCampaign;
import dev.reflux.activities.dataset.merge.MergeChain;
import dev.reflux.activities.ledger.Ledger;
import dev.reflux.activities.ledger.SqliteLedger;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.activities.stage.StageRun;
import dev.reflux.activities.stage.Stages;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.desk.TeacherDesks;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.Preparation;
import dev.reflux.config.StagePlan;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.campaign.OpenRequest;
import dev.reflux.workflows.round.StageRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A bench whose samples lie in a folder of its own, and whose calls lie in the ledger of a workspace. */
final class LocalBench implements Bench {

    /** A teacher that is busy for longer than this keeps nobody waiting in front of a terminal. */
    private static final int PATIENCE = 5;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);

    private final LocalWorkspace scratch;
    private final Environment environment;
    private final Ledger ledger;
    private final TeacherDesks desks;
    private final TeacherRegister teachers;

    private LocalBench(LocalWorkspace scratch, Environment environment, Ledger ledger) {
        this.scratch = scratch;
        this.environment = environment;
        this.ledger = ledger;
        this.desks = new TeacherDesks(ledger);
        this.teachers = new TeacherRegister(environment);
    }

    /**
     * @param scratch folder of its own, for samples under way
     * @param workspace whose ledger knows what was asked before
     */
    static LocalBench open(Path scratch, Path workspace, Environment environment) {
        return new LocalBench(
                new LocalWorkspace(scratch), environment, SqliteLedger.open(new LocalWorkspace(workspace).ledger()));
    }

    @Override
    public Applied apply(CampaignPlan plan, Path folder, LongConsumer progress) {
        CampaignFolder campaign = scratch.folder(plan.campaign());
        String fingerprint = CampaignFingerprint.of(plan, folder, environment);
        new CampaignOpening(environment)
                .open(new OpenRequest(plan, folder.toString(), fingerprint), campaign, Stages.listedLabels(plan));
        return plan.merge().isEmpty() ? stage(campaign, progress) : merge(campaign, progress);
    }

    private Applied stage(CampaignFolder campaign, LongConsumer progress) {
        OpenedCampaign opened = OpenedCampaign.read(campaign);
        StagePlan stage = opened.plan().stages().get(0);
        StageRun run = new StageRun(tools());
        Tally total = Tally.NONE;
        int first = stage.preparation() == Preparation.NONE ? 1 : 0;
        for (int shard = first; shard <= opened.report().shards(); shard++) {
            long before = total.input();
            StageRequest request = request(opened, shard);
            total = total.plus(
                    patiently(() -> run.run(stage.name(), request, (done, of) -> progress.accept(before + done))
                            .tally()));
        }
        return new Applied(total, campaign.accepted(1, 1, stage.name()), campaign.rejected(1, 1, stage.name()));
    }

    private LentTools tools() {
        return new LentTools(scratch, desks, teachers, environment);
    }

    private static StageRequest request(OpenedCampaign opened, int shard) {
        CampaignPlan plan = opened.plan();
        return new StageRequest(plan.campaign(), opened.fingerprint(), 1, 1, shard, budget(plan));
    }

    private static Double budget(CampaignPlan plan) {
        return plan.budget() == null ? null : plan.budget().usd();
    }

    /** What was answered before a teacher became busy is in the ledger: only the rest is asked again. */
    private static <T> T patiently(Supplier<T> asking) {
        for (int attempt = 1; ; attempt++) {
            try {
                return asking.get();
            } catch (TeacherBusyException busy) {
                if (attempt == PATIENCE) {
                    throw busy;
                }
                await(busy.retryAfter() == null ? FIRST_WAIT.multipliedBy(attempt) : busy.retryAfter());
            }
        }
    }

    private static void await(Duration wait) {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for the teacher");
        }
    }

    private Applied merge(CampaignFolder campaign, LongConsumer progress) {
        OpenedCampaign opened = OpenedCampaign.read(campaign);
        CampaignPlan plan = opened.plan();
        String name = plan.merge().get(0).name();
        MergeDesks asked = new MergeDesks(plan, 1, budget(plan), new MergeLending(tools(), (done, total) -> {}));
        UnaryOperator<Sample> judge = patiently(() -> judge(opened, campaign, asked, progress));
        ShardSet accepted = campaign.accepted(1, 1, name);
        ShardSet rejected = campaign.rejected(1, 1, name);
        Map<String, Long> reasons = new TreeMap<>();
        long input = 0;
        long kept = 0;
        for (int shard = 1; shard <= campaign.pool().count(); shard++) {
            List<Sample> good = new ArrayList<>();
            List<Sample> bad = new ArrayList<>();
            for (Sample sample : campaign.pool().read(shard)) {
                Sample judged = judge.apply(sample);
                (judged.isAccepted() ? good : bad).add(judged);
            }
            accepted.write(shard, good);
            rejected.write(shard, bad);
            bad.forEach(sample -> reasons.merge(sample.reason(), 1L, Long::sum));
            input += good.size() + bad.size();
            kept += good.size();
        }
        return new Applied(asked.tally(input, kept, reasons), accepted, rejected);
    }

    private UnaryOperator<Sample> judge(
            OpenedCampaign opened, CampaignFolder campaign, MergeDesks asked, LongConsumer progress) {
        AtomicLong seen = new AtomicLong();
        MergeChain.Source counted = consumer -> campaign.pool().forEach(sample -> {
            consumer.accept(sample);
            progress.accept(seen.incrementAndGet());
        });
        MergeChain.Grounds grounds =
                BenchmarkFiles.grounds(opened, campaign.root().resolve("scratch"), environment, asked);
        try (MergeChain chain = MergeChain.over(counted, opened.plan().merge(), grounds)) {
            return chain.judge();
        }
    }

    @Override
    public void close() {
        desks.close();
        ledger.close();
    }
}
