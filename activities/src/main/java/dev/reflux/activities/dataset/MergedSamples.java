package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Conveyor;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.SampleLine;
import dev.reflux.activities.shard.ShardReceipt;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.MergeReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What stays of a round and what its merge rejects: writes either, counts, and measures the labels of what stays against gold.
 * The line of a sample that stays as it was is copied.
 */
final class MergedSamples {

    /** Shards that are written at once: some are compressed while others wait for the disk. They may be large. */
    private static final int WRITERS = 4;

    private final int round;
    private final Map<String, String> gold = new HashMap<>();
    private final Map<String, Long> reasons = new TreeMap<>();
    private long kept;
    private long measured;
    private long right;

    MergedSamples(int round, ShardSet gold) {
        this.round = round;
        gold.forEach(sample -> this.gold.put(sample.id(), sample.label().intern()));
    }

    /**
     * Writes a shard of the dataset and one of the rejected for each shard of the sources that has any.
     *
     * @param judge what becomes of a sample: its line itself where it stays as it is
     */
    void write(List<ShardSet> sources, UnaryOperator<SampleLine> judge, CampaignFolder aside) {
        try (Conveyor<ShardReceipt> shards = new Conveyor<>(WRITERS, receipt -> {})) {
            LineWriter dataset = new LineWriter(aside.dataset(round), shards);
            LineWriter rejected = new LineWriter(aside.rejected(round, 0, RoundMerge.NAME), shards);
            for (ShardSet source : sources) {
                source.forEachLinesAhead(lines -> {
                    List<SampleLine> stay = new ArrayList<>();
                    List<SampleLine> go = new ArrayList<>();
                    for (SampleLine line : lines) {
                        SampleLine judged = judge.apply(line);
                        if (judged == line || judged.sample().isAccepted()) {
                            stay.add(keep(judged));
                        } else {
                            go.add(SampleLine.of(drop(judged.sample())));
                        }
                    }
                    dataset.write(stay);
                    rejected.write(go);
                });
            }
            shards.finish();
        }
    }

    private SampleLine keep(SampleLine line) {
        kept++;
        String truth = gold.isEmpty() ? null : gold.get(line.sample().id());
        if (truth != null) {
            measured++;
            right += truth.equals(line.sample().label()) ? 1 : 0;
        }
        return line;
    }

    private Sample drop(Sample sample) {
        reasons.merge(sample.reason(), 1L, Long::sum);
        Provenance by = sample.provenance();
        return sample.from(by.by(by.teacher(), by.prompt(), round, RoundMerge.NAME));
    }

    /**
     * What was counted.
     *
     * @param unsolved pool samples for the next round, or null
     * @param desks at which the steps asked
     */
    MergeReport report(Long unsolved, MergeDesks desks) {
        long dropped = reasons.values().stream().mapToLong(Long::longValue).sum();
        Tally tally = desks.tally(kept + dropped, kept, reasons);
        return new MergeReport(tally, measured == 0 ? null : (double) right / measured, measured, unsolved);
    }
}
