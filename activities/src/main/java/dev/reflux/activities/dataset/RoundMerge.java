package dev.reflux.activities.dataset;

import dev.reflux.activities.dataset.merge.EarlierDataset;
import dev.reflux.activities.dataset.merge.MergeChain;
import dev.reflux.activities.shard.BuiltAside;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Conveyor;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.SampleLine;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.Rounds;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundStep;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Gathers what the last stage of a round let through into the round's dataset: in the pool's order, a shard for each
 * shard that has any. The campaign's merge steps decide what stays; where it names none, one sample of each normalised
 * text. Where rounds add up, the dataset of the round before comes first, known to a step by what it kept of it. Measures
 * the labels against gold. Merging twice gives the same files, pays no teacher twice, and gives the same report, which leaves
 * the working time out, but for the answers that the second time are the ledger's.
 */
public final class RoundMerge {

    /** Name under which the merge rejects. */
    public static final String NAME = "merge";

    /** Reason of a sample whose text a better one has too. */
    public static final String DUPLICATE = "duplicate";

    private final CampaignFolder folder;
    private final int round;
    private final MergeDesks desks;
    private final MergedSamples merged;

    private RoundMerge(CampaignFolder folder, int round, MergeDesks desks) {
        this.folder = folder;
        this.round = round;
        this.desks = desks;
        this.merged = new MergedSamples(round, folder.gold());
    }

    /**
     * Merges a round.
     *
     * @param environment resolves the placeholders in the paths of benchmark files
     * @param lending the teachers that its steps may ask; a busy one, a spent budget and whatever else a desk throws end the
     *     merge, which asks only for the rest when it is run again
     * @throws dev.reflux.config.InvalidCampaignException if a benchmark file is missing or broken, or the
     *     samples cannot give what a step asks for
     * @throws ShardCorruptException if a shard is missing or broken, or the campaign's plan is another
     * @throws dev.reflux.activities.shard.WorkspaceException if the dataset cannot be written; none is left then
     */
    public static MergeReport merge(
            RoundStep step, CampaignFolder folder, Environment environment, MergeDesks.Lending lending) {
        OpenedCampaign opened = OpenedCampaign.read(folder);
        if (!opened.fingerprint().equals(step.planFingerprint())) {
            throw new ShardCorruptException("File " + folder.plan() + " must have fingerprint " + step.planFingerprint()
                    + ", got " + opened.fingerprint() + "; restore the plan that this campaign was started with");
        }
        MergeDesks desks = new MergeDesks(opened.plan(), step.round(), step.budgetUsd(), lending);
        return new RoundMerge(folder, step.round(), desks).merge(opened, environment);
    }

    private MergeReport merge(OpenedCampaign opened, Environment environment) {
        CampaignPlan plan = opened.plan();
        ShardSet last = lastStage(plan);
        ShardSet earlier = round > 1 && plan.addsUp() ? folder.dataset(round - 1) : null;
        List<ShardSet> sources = earlier == null ? List.of(last) : List.of(earlier, last);
        ShardSet pool = plan.rounds().over() == Rounds.Over.UNSOLVED ? RoundPool.of(plan, folder, round) : null;
        Solved solved = pool == null ? null : new Solved(pool);
        Long unsolved = null;
        try (BuiltAside aside = new BuiltAside(folder, "merge-%02d.tmp".formatted(round))) {
            if (plan.merge().isEmpty()) {
                merged.write(sources, oneOfEachText(earlier, newcomers(last, solved)), aside.folder());
            } else {
                Path scratch = aside.folder().root().resolve("scratch");
                MergeChain.Grounds grounds = BenchmarkFiles.grounds(opened, scratch, environment, desks);
                try (MergeChain chain =
                        MergeChain.over(known(plan, earlier), newcomers(last, solved), plan.merge(), grounds)) {
                    writeAndKeep(sources, chain, plan, aside.folder());
                    leaveFindings(chain, plan, aside.folder());
                }
            }
            if (pool != null) {
                unsolved = RoundPool.writeNext(pool, solved, aside.folder().unsolved(round + 1));
                aside.moveIn("unsolved/%02d".formatted(round + 1));
            }
            aside.moveIn("rounds/%02d/%s".formatted(round, NAME));
            aside.moveIn("rejected/%02d/%s".formatted(round, NAME));
            aside.moveIn("dataset/%02d".formatted(round));
        }
        return merged.report(unsolved, desks);
    }

    private EarlierDataset known(CampaignPlan plan, ShardSet earlier) {
        return earlier == null
                ? null
                : new EarlierDataset(
                        ahead(earlier),
                        earlier.fingerprint(),
                        number -> folder.signatures(round - 1, number, stepName(plan, number)));
    }

    private static MergeChain.Source ahead(ShardSet shards) {
        return consumer -> shards.forEachReadAhead(samples -> samples.forEach(consumer));
    }

    /** Notes what is solved on the way, as reading takes longer. */
    private static MergeChain.Source newcomers(ShardSet last, Solved solved) {
        return solved == null
                ? ahead(last)
                : consumer -> ahead(last).forEach(sample -> {
                    solved.note(sample);
                    consumer.accept(sample);
                });
    }

    /** Writes the dataset and beside it what the steps keep of it: the disk takes long for either. */
    private void writeAndKeep(List<ShardSet> sources, MergeChain chain, CampaignPlan plan, CampaignFolder aside) {
        CompletableFuture<String> fingerprint = new CompletableFuture<>();
        try (Conveyor<Boolean> beside = new Conveyor<>(1, done -> {})) {
            if (plan.addsUp()) {
                Runnable keeping = chain.keep(
                        fingerprint::join, number -> aside.signatures(round, number, stepName(plan, number)));
                beside.put(() -> {
                    keeping.run();
                    return true;
                });
            }
            try {
                merged.write(sources, chain.judgeLines(), aside);
                fingerprint.complete(aside.dataset(round).fingerprint());
            } finally {
                fingerprint.cancel(false);
            }
            beside.finish();
        }
    }

    private void leaveFindings(MergeChain chain, CampaignPlan plan, CampaignFolder aside) {
        for (int number = 1; number <= plan.merge().size(); number++) {
            Path file = aside.finding(round, number, stepName(plan, number));
            chain.findings(number).ifPresent(findings -> new JsonDocument(file).write(findings));
        }
    }

    private static String stepName(CampaignPlan plan, int number) {
        return plan.merge().get(number - 1).name();
    }

    private ShardSet lastStage(CampaignPlan plan) {
        int stage = plan.stages().size();
        String name = plan.stages().get(stage - 1).name();
        ShardSet last = folder.accepted(round, stage, name);
        int expected = folder.pool().count();
        if (last.count() != expected) {
            throw new ShardCorruptException("Stage " + name + " of round " + round + " must have left " + expected
                    + " shards in " + folder.root() + ", got " + last.count()
                    + "; restore them from a backup, or start the campaign again");
        }
        return last;
    }

    private static UnaryOperator<SampleLine> oneOfEachText(ShardSet earlier, MergeChain.Source newcomers) {
        BestOfEachText best = new BestOfEachText();
        if (earlier != null) {
            ahead(earlier).forEach(best::offer);
        }
        newcomers.forEach(best::offer);
        return line ->
                best.isBest(line.sample()) ? line : SampleLine.of(line.sample().rejected(DUPLICATE));
    }
}
