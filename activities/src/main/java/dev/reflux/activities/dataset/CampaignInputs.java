package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.SampleId;
import dev.reflux.activities.shard.TextKey;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.DataFile;
import dev.reflux.config.Environment;
import dev.reflux.workflows.campaign.OpenReport;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
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

    /** The files of a campaign, found; null where it names none. */
    record Files(InputFile seeds, InputFile pool, InputFile holdout, InputFile gold) {

        static Files of(CampaignPlan plan, Path folder, Environment environment) {
            return new Files(
                    find(InputKind.SEEDS, plan.inputs().seeds(), folder, environment),
                    find(InputKind.POOL, plan.inputs().pool(), folder, environment),
                    find(InputKind.HOLDOUT, plan.inputs().holdout(), folder, environment),
                    find(InputKind.GOLD, plan.inputs().gold(), folder, environment));
        }

        /** Those that the campaign names, in the order seeds, pool, holdout, gold. */
        List<InputFile> all() {
            return Stream.of(seeds, pool, holdout, gold)
                    .filter(Objects::nonNull)
                    .toList();
        }

        private static InputFile find(InputKind kind, DataFile file, Path folder, Environment environment) {
            return file == null ? null : InputFile.of(kind.key(), file, folder, environment);
        }
    }

    /**
     * @param declared labels that the campaign lists; empty where it lists none, and the seeds' labels are all there are
     * @param sink takes every sample that is part of the campaign
     */
    CampaignInputs(CampaignPlan plan, Files files, List<String> declared, BiConsumer<InputKind, Sample> sink) {
        this.plan = plan;
        Labels asked = plan.student().isWanted() ? Labels.REQUIRED : Labels.OPTIONAL;
        this.seeds = files.seeds() == null ? null : new LabelledInput(files.seeds(), asked);
        this.holdout = files.holdout() == null ? null : new LabelledInput(files.holdout(), asked);
        this.pool = files.pool();
        this.gold = files.gold();
        this.declared = new TreeSet<>(declared);
        this.sink = sink;
    }

    /** Reads everything, once. */
    OpenReport read() {
        if (holdout != null) {
            holdout.forEach(Set.of(), sample -> sink.accept(InputKind.HOLDOUT, sample));
        }
        if (seeds != null) {
            readSeeds();
        }
        if (pool == null) {
            makeSlots();
        } else {
            readPool();
        }
        int size = plan.shards().size();
        int shards = Math.toIntExact((pooled + size - 1) / size);
        return new OpenReport(
                seeds == null ? 0 : seeds.taken(),
                pooled,
                holdout == null ? 0 : holdout.taken(),
                measured,
                leftOut,
                shards,
                labels().size());
    }

    private void readSeeds() {
        seeds.forEach(texts(holdout), sample -> sink.accept(InputKind.SEEDS, sample));
        if (seeds.passedOver() > 0) {
            LOG.warn(
                    "{} samples of {} are also in the holdout and are no seeds",
                    seeds.passedOver(),
                    seeds.file().path());
        }
        if (plan.student().isWanted() || !seeds.labels().isEmpty()) {
            checkLabels();
        }
    }

    private static Set<Long> texts(LabelledInput input) {
        return input == null ? Set.of() : input.texts();
    }

    /** Empty samples, which the first stage fills. */
    private void makeSlots() {
        for (pooled = 0; pooled < plan.stages().get(0).creates(); pooled++) {
            String id = SampleId.of(plan.campaign(), "slot", String.valueOf(pooled));
            Provenance provenance = new Provenance(plan.campaign(), null, null, 0, null);
            sink.accept(InputKind.POOL, new Sample(id, "", null, null, List.of(), Decision.ACCEPTED, null, provenance));
        }
    }

    /** Distinct labels of the seeds, sorted. */
    List<String> labels() {
        return seeds == null ? List.of() : List.copyOf(seeds.labels());
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
        if (holdout != null) {
            holdout.requireLabelsIn(declared.isEmpty() ? seeds.labels() : declared);
        }
    }

    private void readPool() {
        refuseDraw(pool);
        GoldLabels truth = gold == null ? null : goldLabels();
        Set<Long> known = new HashSet<>(texts(seeds));
        known.addAll(texts(holdout));
        SampleMaker maker = new SampleMaker(pool);
        new InputReader(pool, Labels.UNREAD).forEach(input -> {
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
