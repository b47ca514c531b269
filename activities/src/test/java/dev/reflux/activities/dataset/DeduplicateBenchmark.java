package dev.reflux.activities.dataset;

import dev.reflux.activities.PeakMemory;
import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateStep;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings.Unit;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.config.MergePlan;
import dev.reflux.config.PlanJson;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundStep;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prints time and memory that a round's merge by {@code deduplicate} takes, shards read and written: of a round on its own, and
 * of two rounds that add up, the first of which keeps its signatures for the second.
 */
public final class DeduplicateBenchmark {

    private static final int SHARD = 1000;

    private static final int SIGNED = 100_000;

    private static final DeduplicateSettings SETTINGS = new DeduplicateSettings(
            DeduplicateSettings.Over.TEXT, new MinHashSettings(0.8, Unit.WORDS, 5, 112, null), null);

    private final NewsTexts texts = new NewsTexts();
    private final CampaignFiles campaign;
    private final CampaignFolder folder;

    private DeduplicateBenchmark(Path root, boolean addsUp) throws IOException {
        campaign = new CampaignFiles(root);
        campaign.gold = null;
        if (addsUp) {
            campaign.creates = 1;
            campaign.pool = null;
        } else {
            campaign.write("pool.jsonl", CampaignFiles.text("one"));
        }
        campaign.merge = List.of(new MergePlan("deduplicate", PlanJson.mapper().valueToTree(SETTINGS)));
        campaign.open();
        folder = campaign.opened;
    }

    /** @param args texts; 1,000,000 where absent */
    public static void main(String[] args) throws IOException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Path root = Files.createTempDirectory("deduplicate-benchmark");
        try {
            DeduplicateBenchmark alone = new DeduplicateBenchmark(Files.createDirectory(root.resolve("alone")), false);
            alone.write(1, 0, count);
            alone.merge("a round on its own", 1, count);
            delete(root.resolve("alone"));
            DeduplicateBenchmark growing =
                    new DeduplicateBenchmark(Files.createDirectory(root.resolve("growing")), true);
            growing.write(1, 0, count);
            growing.write(2, count, count / 10);
            growing.merge("a round that keeps its signatures", 1, count);
            growing.merge("a round added to it", 2, count / 10);
            growing.sign(root.resolve("scratch"));
            System.out.println("process: " + PeakMemory.shown() + " (at most 2,048 MB)");
        } finally {
            delete(root);
        }
    }

    private void write(int round, int first, int count) {
        ShardSet shards = folder.accepted(round, 1, "pseudo-label");
        IntStream.range(0, (count + SHARD - 1) / SHARD).parallel().forEach(shard -> {
            int from = shard * SHARD;
            List<Sample> samples = IntStream.range(from, Math.min(count, from + SHARD))
                    .mapToObj(i -> texts.sample(first + i))
                    .toList();
            shards.write(shard + 1, samples);
            folder.pool().write(shard + 1, List.of());
        });
    }

    private void merge(String what, int round, int count) {
        for (int shard = folder.pool().count(); round > 1 && shard > count / SHARD; shard--) {
            folder.accepted(round, 1, "pseudo-label").write(shard, List.of());
        }
        long start = System.nanoTime();
        long cpu = cpu();
        MergeReport report = RoundMerge.merge(
                new RoundStep("support", campaign.request().fingerprint(), round, null),
                folder,
                CampaignFiles.ENVIRONMENT,
                CampaignFiles.NOBODY);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %,d new texts, %,d of %,d kept, in %.1f s: %,.0f new ones a second%s; %.1f µs of processor for"
                        + " each sample; %s; load %.1f%n",
                what,
                count,
                report.tally().accepted(),
                report.tally().input(),
                seconds,
                count / seconds,
                round == 1 ? " (at least 50,000)" : "",
                (cpu() - cpu) / 1e3 / report.tally().input(),
                PeakMemory.shown(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Signs texts that are in memory already. */
    private void sign(Path scratch) {
        List<Sample> samples = new ArrayList<>();
        for (int number = 0; number < SIGNED; number++) {
            samples.add(texts.sample(number));
        }
        for (int pass = 0; pass < 3; pass++) {
            long start = System.nanoTime();
            long cpu = cpu();
            try (MergePass signing =
                    new DeduplicateStep().begin(SETTINGS, MergeGround.of(scratch.resolve("pass-" + pass)))) {
                samples.forEach(signing::see);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "signed %,.0f texts a second (at least 100,000); %.1f µs of processor for each; load %.1f%n",
                    SIGNED / seconds,
                    (cpu() - cpu) / 1e3 / SIGNED,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
