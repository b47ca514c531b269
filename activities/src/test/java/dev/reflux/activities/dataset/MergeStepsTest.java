package dev.reflux.activities.dataset;

import static dev.reflux.activities.dataset.CampaignFiles.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.dataset.merge.split.Division;
import dev.reflux.activities.dataset.merge.split.SplitSettings;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.MergePlan;
import dev.reflux.workflows.round.MergeReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A round merged by the steps that the campaign names. */
class MergeStepsTest extends MergedRounds {

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
}
