package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.Sample;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.DataFile;
import dev.reflux.config.Environment;
import dev.reflux.workflows.campaign.OpenReport;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a campaign's input files, checks them against each other and hands out what is taken of them, one sample at a
 * time. Seeds that are also in the holdout are not taken; pool samples that are a seed or in the holdout are left out.
 */
final class CampaignInputs {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignInputs.class);

    private final CampaignPlan plan;
    private final LabelledInput seeds;
    private final LabelledInput holdout;
    private final InputFile pool;
    private final InputFile gold;
    private final Set<String> declared;
    private final BiConsumer<InputKind, Sample> sink;
    private long pooled;
    private long leftOut;
    private long measured;

    /** The files of a campaign, found. */
    record Files(InputFile seeds, InputFile pool, InputFile holdout, InputFile gold) {

        static Files of(CampaignPlan plan, Path folder, Environment environment) {
            DataFile gold = plan.inputs().gold();
            return new Files(
                    InputFile.of(InputKind.SEEDS.key(), plan.inputs().seeds(), folder, environment),
                    InputFile.of(InputKind.POOL.key(), plan.inputs().pool(), folder, environment),
                    InputFile.of(InputKind.HOLDOUT.key(), plan.inputs().holdout(), folder, environment),
                    gold == null ? null : InputFile.of(InputKind.GOLD.key(), gold, folder, environment));
        }
    }

    /**
     * @param declared labels that the campaign lists; empty where it lists none, and the seeds' labels are all there are
     * @param sink takes every sample that is part of the campaign
     */
    CampaignInputs(CampaignPlan plan, Files files, List<String> declared, BiConsumer<InputKind, Sample> sink) {
        this.plan = plan;
        this.seeds = new LabelledInput(files.seeds());
        this.holdout = new LabelledInput(files.holdout());
        this.pool = files.pool();
        this.gold = files.gold();
        this.declared = new TreeSet<>(declared);
        this.sink = sink;
    }

    /** Reads everything, once. */
    OpenReport read() {
        holdout.forEach(Set.of(), sample -> sink.accept(InputKind.HOLDOUT, sample));
        seeds.forEach(holdout.texts(), sample -> sink.accept(InputKind.SEEDS, sample));
        if (seeds.passedOver() > 0) {
            LOG.warn(
                    "{} samples of {} are also in the holdout and are no seeds",
                    seeds.passedOver(),
                    seeds.file().path());
        }
        checkLabels();
        readPool();
        int size = plan.shards().size();
        int shards = Math.toIntExact((pooled + size - 1) / size);
        return new OpenReport(seeds.taken(), pooled, holdout.taken(), measured, leftOut, shards, labels().size());
    }

    /** Distinct labels of the seeds, sorted. */
    List<String> labels() {
        return List.copyOf(seeds.labels());
    }

    private void checkLabels() {
        if (!declared.isEmpty()) {
            seeds.requireLabelsIn(declared);
        }
        if (seeds.labels().size() < 2) {
            throw seeds.file()
                    .broken(
                            0,
                            "must hold at least two labels",
                            "only " + seeds.labels(),
                            "add samples of another label");
        }
        holdout.requireLabelsIn(declared.isEmpty() ? seeds.labels() : declared);
    }

    private void readPool() {
        refuseDraw(pool);
        GoldLabels truth = gold == null ? null : goldLabels();
        Set<Long> known = new HashSet<>(seeds.texts());
        known.addAll(holdout.texts());
        SampleMaker maker = new SampleMaker(pool);
        new InputReader(pool, false).forEach(input -> {
            Sample sample = maker.make(input);
            if (known.contains(TextKey.ofNormalised(sample.text()))) {
                leftOut++;
            } else {
                take(sample, truth);
            }
        });
        requireSomePool();
        if (truth != null && measured == 0) {
            throw gold.broken(
                    0, "must label texts of the pool", "no text that is in it", "check the two files' text fields");
        }
    }

    private void take(Sample sample, GoldLabels truth) {
        pooled++;
        sink.accept(InputKind.POOL, sample);
        Sample labelled = truth == null ? null : truth.of(sample);
        if (labelled != null) {
            measured++;
            sink.accept(InputKind.GOLD, labelled);
        }
    }

    private void requireSomePool() {
        if (pooled == 0) {
            String found = leftOut == 0 ? "none" : "only " + leftOut + " that are seeds or in the holdout";
            throw pool.broken(0, "must hold at least one sample to be labelled", found, "add unlabelled text");
        }
    }

    private GoldLabels goldLabels() {
        refuseDraw(gold);
        return new GoldLabels(gold);
    }

    private static void refuseDraw(InputFile file) {
        if (file.grammar().perLabel() != null) {
            throw file.broken(
                    0,
                    "perLabel must be absent",
                    file.grammar().perLabel().toString(),
                    "draw seeds or holdout instead");
        }
    }
}
