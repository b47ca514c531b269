package dev.reflux.activities.dataset;

import static dev.reflux.activities.dataset.CampaignFiles.all;
import static dev.reflux.activities.dataset.CampaignFiles.text;

import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings.Over;
import dev.reflux.activities.dataset.merge.deduplicate.Duplicates;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings.Unit;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Sample;
import dev.reflux.config.MergePlan;
import dev.reflux.config.MergeSettings;
import dev.reflux.config.PlanJson;
import dev.reflux.config.Rounds;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A campaign of 48 texts in twelve families, whose rounds are merged by steps that a test names. */
abstract class MergedRounds {

    static final int TEXTS = 48;

    static final DeduplicateSettings EXACT = new DeduplicateSettings(Over.TEXT, null, null);

    static final DeduplicateSettings NEAR =
            new DeduplicateSettings(Over.TEXT, new MinHashSettings(0.7, Unit.WORDS, 3, 112, null), null);

    @TempDir
    Path root;

    CampaignFiles campaign;
    CampaignFolder folder;

    Duplicates duplicates(int round) {
        return new MergeFindings(folder, campaign.plan(), round).duplicates().get(0);
    }

    String parts(int round) {
        return all(folder.dataset(round)).stream()
                .map(sample -> sample.id() + sample.provenance().operations())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    static MergePlan plan(String step, MergeSettings settings) {
        return new MergePlan(step, PlanJson.mapper().valueToTree(settings));
    }

    /** Twelve families of four: two unlike, one equal to the first, one nearly so. */
    void open(String name, int shardSize, DeduplicateSettings... settings) throws IOException {
        MergePlan[] steps =
                Stream.of(settings).map(step -> plan("deduplicate", step)).toArray(MergePlan[]::new);
        open(name, shardSize, steps);
    }

    void open(String name, int shardSize, MergePlan... steps) throws IOException {
        campaign = new CampaignFiles(Files.createDirectory(root.resolve(name)));
        campaign.over = Rounds.Over.UNSOLVED;
        campaign.gold = null;
        campaign.shardSize = shardSize;
        campaign.write(
                "pool.jsonl",
                IntStream.range(0, TEXTS).mapToObj(i -> text(words(i))).toArray(String[]::new));
        campaign.merge = List.of(steps);
        campaign.open();
        folder = campaign.opened;
    }

    static String words(int number) {
        int family = number / 4;
        int first = 1000 * family + (number % 4 == 1 ? 500 : 0);
        String words = IntStream.range(first, first + 30).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        return switch (number % 4) {
            case 2 -> words.toUpperCase();
            case 3 -> words + " more";
            default -> words;
        };
    }

    void accept(int round) {
        accept(round, 0, TEXTS);
    }

    /** Lets those of the pool through that have a number in the range. */
    void accept(int round, int from, int to) {
        int number = 0;
        for (int shard = 1; shard <= folder.pool().count(); shard++) {
            List<Sample> accepted = new ArrayList<>();
            for (Sample sample : folder.pool().read(shard)) {
                if (number >= from && number < to) {
                    accepted.add(sample);
                }
                number++;
            }
            folder.accepted(round, 1, "pseudo-label").write(shard, accepted);
        }
    }

    /** The bytes of all files of the second round's dataset and of what its merge rejected. */
    Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String name : List.of("dataset/02", "rejected/02/merge")) {
            try (Stream<Path> found = Files.list(folder.root().resolve(name))) {
                for (Path file : found.toList()) {
                    files.put(name + "/" + file.getFileName(), HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }

    static String ids(List<Sample> samples) {
        return samples.stream().map(Sample::id).sorted().collect(Collectors.joining(" "));
    }

    MergeReport merge(int round) {
        return RoundMerge.merge(
                new RoundStep("support", campaign.request().fingerprint(), round, null),
                folder,
                CampaignFiles.ENVIRONMENT,
                CampaignFiles.NOBODY);
    }
}
