package dev.reflux.activities.dataset;

import dev.reflux.activities.dataset.merge.EarlierDataset;
import dev.reflux.activities.dataset.merge.MergeChain;
import dev.reflux.activities.shard.BuiltAside;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.Rounds;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundStep;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private static final int NEVER_BY_SIZE = Integer.MAX_VALUE;

    private final CampaignFolder folder;
    private final int round;
    private final MergeDesks desks;
    private long kept;
    private final Map<String, Long> reasons = new TreeMap<>();
    private long measured;
    private long right;
    private Long unsolved;

    private RoundMerge(CampaignFolder folder, int round, MergeDesks desks) {
        this.folder = folder;
        this.round = round;
        this.desks = desks;
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
        Map<String, String> gold = new HashMap<>();
        folder.gold().forEach(sample -> gold.put(sample.id(), sample.label().intern()));
        try (BuiltAside aside = new BuiltAside(folder, "merge-%02d.tmp".formatted(round))) {
            if (plan.merge().isEmpty()) {
                write(sources, oneOfEachText(sources), gold, aside.folder());
            } else {
                Path scratch = aside.folder().root().resolve("scratch");
                MergeChain.Grounds grounds = BenchmarkFiles.grounds(opened, scratch, environment, desks);
                try (MergeChain chain = MergeChain.over(known(plan, earlier), ahead(last), plan.merge(), grounds)) {
                    write(sources, chain.judge(), gold, aside.folder());
                    leaveFindings(chain, plan, aside.folder());
                }
            }
            if (plan.rounds().over() == Rounds.Over.UNSOLVED) {
                ShardSet next = aside.folder().unsolved(round + 1);
                unsolved = RoundPool.writeNext(RoundPool.of(plan, folder, round), last, next);
                aside.moveIn("unsolved/%02d".formatted(round + 1));
            }
            aside.moveIn("rounds/%02d/%s".formatted(round, NAME));
            aside.moveIn("rejected/%02d/%s".formatted(round, NAME));
            aside.moveIn("dataset/%02d".formatted(round));
        }
        return report();
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

    private void leaveFindings(MergeChain chain, CampaignPlan plan, CampaignFolder aside) {
        for (int number = 1; number <= plan.merge().size(); number++) {
            Path file = aside.finding(round, number, stepName(plan, number));
            chain.findings(number).ifPresent(findings -> new JsonDocument(file).write(findings));
        }
        if (plan.addsUp() && kept > 0) {
            chain.keep(
                    aside.dataset(round).fingerprint(),
                    number -> aside.signatures(round, number, stepName(plan, number)));
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

    private static UnaryOperator<Sample> oneOfEachText(List<ShardSet> sources) {
        BestOfEachText best = new BestOfEachText();
        sources.forEach(source -> source.forEach(best::offer));
        return sample -> best.isBest(sample) ? sample : sample.rejected(DUPLICATE);
    }

    private void write(
            List<ShardSet> sources, UnaryOperator<Sample> judge, Map<String, String> gold, CampaignFolder aside) {
        ShardWriter dataset = new ShardWriter(aside.dataset(round), NEVER_BY_SIZE);
        ShardWriter rejected = new ShardWriter(aside.rejected(round, 0, NAME), NEVER_BY_SIZE);
        for (ShardSet source : sources) {
            source.forEachReadAhead(samples -> {
                for (Sample sample : samples) {
                    Sample judged = judge.apply(sample);
                    if (judged.isAccepted()) {
                        dataset.add(keep(judged, gold.get(sample.id())));
                    } else {
                        rejected.add(drop(judged));
                    }
                }
                dataset.cut();
                rejected.cut();
            });
        }
    }

    private Sample keep(Sample sample, String truth) {
        kept++;
        if (truth != null) {
            measured++;
            right += truth.equals(sample.label()) ? 1 : 0;
        }
        return sample;
    }

    private Sample drop(Sample sample) {
        reasons.merge(sample.reason(), 1L, Long::sum);
        Provenance by = sample.provenance();
        return sample.from(by.by(by.teacher(), by.prompt(), round, NAME));
    }

    private MergeReport report() {
        long dropped = reasons.values().stream().mapToLong(Long::longValue).sum();
        Tally tally = desks.tally(kept + dropped, kept, reasons);
        return new MergeReport(tally, measured == 0 ? null : (double) right / measured, measured, unsolved);
    }
}
