package dev.reflux.activities.dataset;

import static dev.reflux.activities.dataset.CampaignFiles.all;
import static dev.reflux.activities.dataset.CampaignFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings.Over;
import dev.reflux.activities.dataset.merge.deduplicate.Duplicates;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings.Unit;
import dev.reflux.activities.dataset.merge.split.Division;
import dev.reflux.activities.dataset.merge.split.SplitSettings;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.config.InvalidCampaignException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A round merged by the steps that the campaign names. */
class MergeStepsTest {

    private static final int TEXTS = 48;

    private static final DeduplicateSettings EXACT = new DeduplicateSettings(Over.TEXT, null, null);

    private static final DeduplicateSettings NEAR =
            new DeduplicateSettings(Over.TEXT, new MinHashSettings(0.7, Unit.WORDS, 3, 112, null), null);

    @TempDir
    private Path root;

    private CampaignFiles campaign;
    private CampaignFolder folder;

    @Test
    void keepsTheSameSamplesHoweverTheyAreCutIntoShards() throws IOException {
        List<String> survivors = new ArrayList<>();
        for (int shards : new int[] {1, 3, 16}) {
            open("shards-" + shards, TEXTS / shards, NEAR);
            accept(1);

            MergeReport report = merge(1);

            assertThat(folder.pool().count()).isEqualTo(shards);
            assertThat(report.tally().accepted()).isEqualTo(24);
            survivors.add(report.tally().rejected() + ids(all(folder.dataset(1))));
        }
        assertThat(survivors).hasSize(3);
        assertThat(survivors.stream().distinct()).hasSize(1);
    }

    @Test
    void writesWhatItDropsWithItsReasonAndTheOneThatStays() throws IOException {
        open("one", 10, EXACT);
        accept(1);

        merge(1);

        List<Sample> kept = all(folder.dataset(1));
        assertThat(kept).hasSize(36);
        assertThat(all(folder.rejected(1, 0, RoundMerge.NAME))).hasSize(12).allSatisfy(sample -> {
            assertThat(sample.reason()).isEqualTo("duplicate");
            assertThat(sample.provenance().stage()).isEqualTo("merge");
            String survivor = sample.provenance().operations().get(0).substring("deduplicate/kept-".length());
            assertThat(kept).extracting(Sample::id).contains(survivor);
        });
        assertThat(folder.root().resolve("merge-01.tmp")).doesNotExist();
    }

    @Test
    void givesTheSameFilesAndReportTwice() throws IOException {
        open("one", 10, NEAR);
        accept(1);
        MergeReport first = merge(1);
        byte[] shard = Files.readAllBytes(folder.root().resolve("dataset/01/shard-00002.jsonl.zst"));

        assertThat(merge(1)).isEqualTo(first);

        assertThat(folder.root().resolve("dataset/01/shard-00002.jsonl.zst")).hasBinaryContent(shard);
    }

    @Test
    void comparesARoundWithAllThatWereBefore() throws IOException {
        open("one", 10, NEAR);
        accept(1);
        merge(1);
        accept(2);

        MergeReport second = merge(2);

        assertThat(ids(all(folder.dataset(2)))).isEqualTo(ids(all(folder.dataset(1))));
        assertThat(second.tally().accepted()).isEqualTo(24);
        assertThat(second.tally().input()).isEqualTo(24 + TEXTS);
        Duplicates found = duplicates(2);
        assertThat(found.earlier()).isEqualTo(24);
        assertThat(found.again()).as("all of the second round are known").isEqualTo(TEXTS);
        assertThat(found.replaced()).isZero();
        assertThat(duplicates(1).again()).isZero();
    }

    @Test
    void aRoundIsTheSameWhetherTheEarlierOneIsKnownByItsSignaturesOrByItsTexts() throws IOException {
        open("one", 10, NEAR);
        accept(1);
        merge(1);
        accept(2, 1, 30);
        MergeReport known = merge(2);
        Map<String, String> files = files();

        assertThat(merge(2)).isEqualTo(known);
        assertThat(files()).isEqualTo(files);
        Path signatures = folder.signatures(1, 1, "deduplicate");
        byte[] bytes = Files.readAllBytes(signatures);
        bytes[bytes.length / 2] ^= 1;
        Files.write(signatures, bytes);
        assertThat(merge(2)).as("damaged").isEqualTo(known);
        assertThat(files()).isEqualTo(files);
        Files.delete(signatures);
        assertThat(merge(2)).as("missing").isEqualTo(known);
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void signaturesOfAnotherDatasetAreNotTrusted() throws IOException {
        open("one", 10, NEAR);
        accept(1, 0, 12);
        merge(1);
        byte[] other = Files.readAllBytes(folder.signatures(1, 1, "deduplicate"));
        accept(1);
        merge(1);
        accept(2);
        MergeReport known = merge(2);
        Files.write(folder.signatures(1, 1, "deduplicate"), other);

        assertThat(merge(2)).isEqualTo(known);
    }

    @Test
    void aBetterNewcomerTakesThePlaceOfAnEarlierRoundsSurvivor() throws IOException {
        open("one", 10, NEAR);
        accept(1);
        merge(1);
        Sample better = folder.dataset(1).read(1).get(0).child(words(0) + " indeed", "evolve/deepen");
        folder.accepted(2, 1, "pseudo-label").write(1, List.of(better.concluded("lost", 0.9)));
        for (int shard = 2; shard <= folder.pool().count(); shard++) {
            folder.accepted(2, 1, "pseudo-label").write(shard, List.of());
        }

        assertThat(merge(2).tally().rejected()).isEqualTo(Map.of("near-duplicate", 1L));
        assertThat(ids(all(folder.dataset(2)))).contains(better.id());
        assertThat(all(folder.rejected(2, 0, RoundMerge.NAME))).singleElement().satisfies(displaced -> assertThat(
                        displaced.provenance().operations())
                .containsExactly("deduplicate/kept-" + better.id()));
        assertThat(duplicates(2).replaced()).isEqualTo(1);
        assertThat(duplicates(2).again()).isZero();
    }

    @Test
    void aLaterStepsSignaturesHoldNoSampleThatItDidNotSee() throws IOException {
        open("one", 10, EXACT, NEAR);
        accept(1);
        merge(1);
        accept(2, 1, 30);
        MergeReport known = merge(2);
        Map<String, String> files = files();

        Files.delete(folder.signatures(1, 2, "deduplicate"));

        assertThat(merge(2)).isEqualTo(known);
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void aLaterStepSeesWhatAnEarlierOneLetPass() throws IOException {
        open("one", 10, EXACT, NEAR);
        accept(1);

        assertThat(merge(1).tally().rejected()).isEqualTo(Map.of("duplicate", 12L, "near-duplicate", 12L));
    }

    @Test
    void writesTheSamePartsHoweverTheyAreCutAndMovesNoneInTheNextRound() throws IOException {
        List<String> parts = new ArrayList<>();
        MergePlan split = plan("split", new SplitSettings(0.3, 0.3, false, 1, NEAR.minhash()));
        for (int shards : new int[] {1, 3, 16}) {
            open("shards-" + shards, TEXTS / shards, plan("deduplicate", NEAR), split);
            accept(1);
            merge(1);
            parts.add(parts(1));
            accept(2);
            merge(2);
            assertThat(parts(2)).isEqualTo(parts.get(0));
        }

        assertThat(parts.stream().distinct()).hasSize(1);
        assertThat(parts.get(0)).contains("split/train", "split/validation", "split/test");
        assertThat(folder.finding(2, 2, "split")).content().contains("\"straddling\" : 0");
    }

    /** The earlier round is known by its signatures, so that its shards are read only when they are copied. */
    @Test
    @Timeout(60)
    void leavesNothingHalfMadeWhereAnEarlierShardTurnsOutBrokenOnCopying() throws IOException {
        open("one", 10, NEAR);
        accept(1);
        merge(1);
        accept(2);
        Path shard = folder.dataset(1).file(2);
        byte[] whole = Files.readAllBytes(shard);
        byte[] broken = whole.clone();
        broken[whole.length / 2] ^= 1;
        Files.write(shard, broken);

        assertThatThrownBy(() -> merge(2))
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageContaining(shard.toString());

        assertThat(folder.root().resolve("dataset/02")).doesNotExist();
        assertThat(folder.root().resolve("rejected/02/merge")).doesNotExist();
        assertThat(folder.root().resolve("merge-02.tmp")).doesNotExist();
        Files.write(shard, whole);
        assertThat(merge(2).tally().accepted()).isEqualTo(24);
        assertThat(folder.signatures(2, 1, "deduplicate")).exists();
    }

    @Test
    void whatPassedTheLastStageIsSolvedThoughItIsADuplicate() throws IOException {
        open("one", 10, EXACT, NEAR);
        accept(1, 0, 30);

        MergeReport report = merge(1);

        assertThat(report.tally().rejectedTotal()).isPositive();
        assertThat(report.unsolved()).isEqualTo(TEXTS - 30);
        assertThat(all(folder.unsolved(2))).isEqualTo(all(folder.pool()).subList(30, TEXTS));
    }

    @Test
    void keepsNoSignaturesWhereNothingStays() throws IOException {
        open("one", 10, NEAR);
        accept(1, 0, 0);

        assertThat(merge(1).tally().accepted()).isZero();

        assertThat(folder.root().resolve("dataset/01")).doesNotExist();
    }

    @Test
    void aNumberIsHitOnceAndNotExceededInTheNextRound() throws IOException {
        MergePlan split = plan("split", new SplitSettings(5, 7, false, 1, NEAR.minhash()));
        open("numbers", 10, plan("deduplicate", NEAR), split);
        accept(1, 0, 40);
        merge(1);
        String first = parts(1);
        accept(2);
        merge(2);

        Division found =
                new MergeFindings(folder, campaign.plan(), 2).divisions().get(0).findings();
        assertThat(found.samples()).isEqualTo(Map.of("train", 12L, "validation", 5L, "test", 7L));
        assertThat(first.split("split/validation")).hasSize(6);
        assertThat(first.split("split/test")).hasSize(8);
    }

    @Test
    void numbersThatLeaveNothingForTrainingEndTheMergeAndLeaveNoDataset() throws IOException {
        open("numbers", 10, plan("split", new SplitSettings(20, 28, false, 1, NEAR.minhash())));
        accept(1);

        assertThatThrownBy(() -> merge(1))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessage(
                        "Merge step split must leave samples for training, got validation 20 and test 28 of a"
                                + " dataset of 48; lower them or write shares such as 0.1, or let more samples into the dataset");
        assertThat(folder.mergedRounds()).isZero();
    }

    private Duplicates duplicates(int round) {
        return new MergeFindings(folder, campaign.plan(), round).duplicates().get(0);
    }

    private String parts(int round) {
        return all(folder.dataset(round)).stream()
                .map(sample -> sample.id() + sample.provenance().operations())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static MergePlan plan(String step, MergeSettings settings) {
        return new MergePlan(step, PlanJson.mapper().valueToTree(settings));
    }

    /** Twelve families of four: two unlike, one equal to the first, one nearly so. */
    private void open(String name, int shardSize, DeduplicateSettings... settings) throws IOException {
        MergePlan[] steps =
                Stream.of(settings).map(step -> plan("deduplicate", step)).toArray(MergePlan[]::new);
        open(name, shardSize, steps);
    }

    private void open(String name, int shardSize, MergePlan... steps) throws IOException {
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

    private static String words(int number) {
        int family = number / 4;
        int first = 1000 * family + (number % 4 == 1 ? 500 : 0);
        String words = IntStream.range(first, first + 30).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        return switch (number % 4) {
            case 2 -> words.toUpperCase();
            case 3 -> words + " more";
            default -> words;
        };
    }

    private void accept(int round) {
        accept(round, 0, TEXTS);
    }

    /** Lets those of the pool through that have a number in the range. */
    private void accept(int round, int from, int to) {
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
    private Map<String, String> files() throws IOException {
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

    private static String ids(List<Sample> samples) {
        return samples.stream().map(Sample::id).sorted().collect(Collectors.joining(" "));
    }

    private MergeReport merge(int round) {
        return RoundMerge.merge(
                new RoundStep("support", campaign.request().fingerprint(), round, null),
                folder,
                CampaignFiles.ENVIRONMENT,
                CampaignFiles.NOBODY);
    }
}
