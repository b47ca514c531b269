package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.BuiltAside;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Rounds;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what the last stage of a round let through into the round's dataset: in the pool's order, a shard for each
 * shard that has any, one sample for each normalised text. Where rounds add up, the dataset of the round before comes
 * first. Measures the labels against gold. Merging twice gives the
 * same files and the same report, so the report leaves the working time out.
 */
public final class RoundMerge {

    /** Name under which the merge rejects. */
    public static final String NAME = "merge";

    /** Reason of a sample whose text a better one has too. */
    public static final String DUPLICATE = "duplicate";

    private static final int NEVER_BY_SIZE = Integer.MAX_VALUE;

    private final CampaignFolder folder;
    private final int round;
    private long kept;
    private long duplicates;
    private long measured;
    private long right;
    private Long unsolved;

    private RoundMerge(CampaignFolder folder, int round) {
        this.folder = folder;
        this.round = round;
    }

    /**
     * Merges a round.
     *
     * @throws ShardCorruptException if a shard is missing or broken, or the campaign's plan is another
     * @throws dev.reflux.activities.shard.WorkspaceException if the dataset cannot be written; none is left then
     */
    public static MergeReport merge(RoundStep step, CampaignFolder folder) {
        OpenedCampaign opened = OpenedCampaign.read(folder);
        if (!opened.fingerprint().equals(step.planFingerprint())) {
            throw new ShardCorruptException("File " + folder.plan() + " must have fingerprint " + step.planFingerprint()
                    + ", got " + opened.fingerprint() + "; restore the plan that this campaign was started with");
        }
        return new RoundMerge(folder, step.round()).merge(opened.plan());
    }

    private MergeReport merge(CampaignPlan plan) {
        ShardSet last = lastStage(plan);
        ShardSet earlier = round > 1 && plan.addsUp() ? folder.dataset(round - 1) : null;
        BestOfEachText best = new BestOfEachText();
        if (earlier != null) {
            earlier.forEach(best::offer);
        }
        last.forEach(best::offer);
        Map<String, String> gold = new HashMap<>();
        folder.gold().forEach(sample -> gold.put(sample.id(), sample.label().intern()));
        try (BuiltAside aside = new BuiltAside(folder, "merge-%02d.tmp".formatted(round))) {
            write(earlier == null ? List.of(last) : List.of(earlier, last), best, gold, aside.folder());
            if (plan.rounds().over() == Rounds.Over.UNSOLVED) {
                ShardSet next = aside.folder().unsolved(round + 1);
                unsolved = RoundPool.writeNext(RoundPool.of(plan, folder, round), last, next);
                aside.moveIn("unsolved/%02d".formatted(round + 1));
            }
            aside.moveIn("rejected/%02d/%s".formatted(round, NAME));
            aside.moveIn("dataset/%02d".formatted(round));
        }
        return report();
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

    private void write(List<ShardSet> sources, BestOfEachText best, Map<String, String> gold, CampaignFolder aside) {
        ShardWriter dataset = new ShardWriter(aside.dataset(round), NEVER_BY_SIZE);
        ShardWriter rejected = new ShardWriter(aside.rejected(round, 0, NAME), NEVER_BY_SIZE);
        for (ShardSet source : sources) {
            for (int shard = 1; shard <= source.count(); shard++) {
                for (Sample sample : source.read(shard)) {
                    if (best.isBest(sample)) {
                        dataset.add(keep(sample, gold.get(sample.id())));
                    } else {
                        rejected.add(duplicate(sample));
                    }
                }
                dataset.cut();
                rejected.cut();
            }
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

    private Sample duplicate(Sample sample) {
        duplicates++;
        Provenance by = sample.provenance();
        return sample.from(by.by(by.teacher(), by.prompt(), round, NAME)).rejected(DUPLICATE);
    }

    private MergeReport report() {
        Map<String, Long> reasons = duplicates == 0 ? Map.of() : Map.of(DUPLICATE, duplicates);
        Tally tally = new Tally(kept + duplicates, kept, reasons, 0, 0, 0, 0, 0, 0, 0);
        return new MergeReport(tally, measured == 0 ? null : (double) right / measured, measured, unsolved);
    }
}
