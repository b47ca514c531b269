package dev.reflux.activities.dataset;

import static dev.reflux.activities.dataset.CampaignFiles.all;
import static dev.reflux.activities.dataset.CampaignFiles.labelled;
import static dev.reflux.activities.dataset.CampaignFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.activities.shard.WorkspaceException;
import dev.reflux.config.Rounds;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundMergeTest {

    @TempDir
    private Path root;

    private CampaignFiles campaign;
    private CampaignFolder folder;
    private ShardSet last;

    @BeforeEach
    void open() throws IOException {
        open(root, Rounds.Over.ALL);
        List<Sample> pool = all(folder.pool());
        last.write(1, List.of(as(pool.get(0), "lost", 0.9), as(pool.get(1), "double-charge", 0.7)));
        last.write(2, List.of());
        last.write(3, List.of(as(pool.get(4), "lost", 0.8), as(pool.get(5), "lost", 0.6)));
    }

    @Test
    void gathersInPoolOrderAndNumbersWithoutGaps() {
        merge();

        assertThat(folder.dataset(1).count()).isEqualTo(2);
        assertThat(folder.dataset(1).read(1)).extracting(Sample::text).containsExactly("one");
        assertThat(folder.dataset(1).read(2)).extracting(Sample::text).containsExactly("Two ", "five");
    }

    @Test
    void keepsTheMostConfidentOfTheSameTextAndRejectsTheOther() {
        merge();

        assertThat(all(folder.rejected(1, 0, RoundMerge.NAME))).singleElement().satisfies(sample -> {
            assertThat(sample.text()).isEqualTo("two");
            assertThat(sample.reason()).isEqualTo("duplicate");
            assertThat(sample.confidence()).isEqualTo(0.7);
            assertThat(sample.provenance().stage()).isEqualTo("merge");
        });
    }

    @Test
    void keepsTheFirstOfEquallyConfidentOnes() {
        List<Sample> pool = all(folder.pool());
        last.write(1, List.of(as(pool.get(1), "lost", 0.8)));

        merge();

        assertThat(all(folder.dataset(1))).extracting(Sample::text).containsExactly("two", "five");
    }

    @Test
    void keepsSeveralPreferencePairsOfOneText() {
        Sample one = as(all(folder.pool()).get(0), "lost", 0.9);
        Sample pair = one.answered(List.of(marked("a", Mark.CHOSEN), marked("b", Mark.REJECTED)));
        Sample other = one.child(one.text(), "preference/pair-2")
                .answered(List.of(marked("a", Mark.CHOSEN), marked("c", Mark.REJECTED)));
        Sample same = one.child(one.text(), "preference/pair-3").answered(pair.answers());
        last.write(1, List.of(pair, other, same));

        merge();

        assertThat(folder.dataset(1).read(1)).extracting(Sample::id).containsExactly(pair.id(), other.id());
    }

    private static Answer marked(String text, Mark mark) {
        return Answer.of(text, null, null, null).marked(mark);
    }

    @Test
    void measuresWhatItKeptAgainstGold() {
        // Of "one" (right), "Two " (no gold of its own) and "five" (out of scope, so wrong).
        assertThat(merge())
                .isEqualTo(new MergeReport(new Tally(4, 3, Map.of("duplicate", 1L), 0, 0, 0, 0, 0, 0, 0), 0.5, 2));
    }

    @Test
    void measuresNothingWithoutGold() {
        last.write(1, List.of());
        last.write(3, List.of(as(all(folder.pool()).get(4), "lost", 0.8)));

        assertThat(merge()).isEqualTo(new MergeReport(new Tally(1, 1, Map.of(), 0, 0, 0, 0, 0, 0, 0), null, 0));
    }

    @Test
    void writesTheSameFilesAndReportTwice() throws IOException {
        MergeReport first = merge();
        byte[] shard = Files.readAllBytes(dataset().resolve("shard-00002.jsonl.zst"));

        assertThat(merge()).isEqualTo(first);

        assertThat(dataset().resolve("shard-00002.jsonl.zst")).hasBinaryContent(shard);
        assertThat(dataset().toFile().list()).hasSize(4);
    }

    @Test
    void takesNothingOfAMergeThatWasKilled() throws IOException {
        Path half = Files.createDirectories(folder.root().resolve("merge-01.tmp/dataset/01"));
        Files.writeString(half.resolve("shard-00007.json"), "{}");
        assertThat(folder.dataset(1).count()).isZero();

        merge();

        assertThat(folder.dataset(1).count()).isEqualTo(2);
        assertThat(folder.root().resolve("merge-01.tmp")).doesNotExist();
    }

    @Test
    void leavesNoDatasetWhenItFailsHalfway() throws IOException {
        Files.write(folder.root().resolve("rounds/01/1-pseudo-label/shard-00003.jsonl.zst"), new byte[3]);

        assertThatThrownBy(this::merge).isInstanceOf(ShardCorruptException.class);

        assertThat(dataset()).doesNotExist();
    }

    @Test
    void namesTheFileItCannotWrite() throws IOException {
        Files.writeString(folder.root().resolve("dataset"), "in the way");

        assertThatThrownBy(this::merge)
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining(folder.root().resolve("dataset").toString());
    }

    @Test
    void doesNotMergeARoundWhoseLastShardIsMissing() throws IOException {
        Files.delete(folder.root().resolve("rounds/01/1-pseudo-label/shard-00003.json"));

        assertThatThrownBy(this::merge)
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageContaining("must have left 3 shards")
                .hasMessageContaining("got 2");
    }

    @Test
    void doesNotMergeUnderAnotherPlan() {
        assertThatThrownBy(() -> RoundMerge.merge(
                        new RoundStep("support", "another", 1, null),
                        folder,
                        CampaignFiles.ENVIRONMENT,
                        CampaignFiles.NOBODY))
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageContaining("must have fingerprint another");
    }

    @Test
    void leavesTheNextRoundWhatNothingAcceptedComesFrom() throws IOException {
        open(Files.createDirectory(root.resolve("other")), Rounds.Over.UNSOLVED);
        List<Sample> pool = all(folder.pool());
        last.write(1, List.of(as(pool.get(0), "lost", 0.9)));
        last.write(2, List.of());
        last.write(3, List.of(as(pool.get(4), "lost", 0.9)));

        MergeReport first = merge();

        assertThat(first.unsolved()).isEqualTo(4);
        assertThat(folder.unsolved(2).count()).isEqualTo(folder.pool().count());
        assertThat(all(folder.unsolved(2))).extracting(Sample::text).containsExactly("two", "x", "y", "five");
        assertThat(merge()).isEqualTo(first);
    }

    /** A sample made from one of the pool solves it; and one lost to the merge as a duplicate is not asked about again. */
    @Test
    void roundsOverWhatIsUnsolvedAddUp() throws IOException {
        open(Files.createDirectory(root.resolve("other")), Rounds.Over.UNSOLVED);
        List<Sample> pool = all(folder.pool());
        last.write(1, List.of(as(pool.get(0), "lost", 0.9)));
        last.write(2, List.of());
        last.write(3, List.of());
        merge();
        ShardSet second = folder.accepted(2, 1, "pseudo-label");
        second.write(1, List.of(as(pool.get(1), "lost", 0.9)));
        second.write(2, List.of(pool.get(2).child("x, harder", "evolve/deepen")));
        second.write(3, List.of(as(pool.get(4), "lost", 0.8)));

        MergeReport report = merge(2);

        assertThat(all(folder.dataset(2))).extracting(Sample::text).containsExactly("one", "two", "x, harder");
        assertThat(report.unsolved()).isEqualTo(2);
        assertThat(all(folder.unsolved(3))).extracting(Sample::text).containsExactly("y", "five");
    }

    private void open(Path in, Rounds.Over over) throws IOException {
        campaign = new CampaignFiles(in);
        campaign.over = over;
        campaign.write("pool.jsonl", text("one"), text("two"), text("x"), text("y"), text("Two "), text("five"));
        campaign.write(
                "gold.jsonl", labelled("one", "lost"), labelled("two", "lost"), labelled("five", "out-of-scope"));
        campaign.open();
        folder = campaign.opened;
        last = folder.accepted(1, 1, "pseudo-label");
    }

    private MergeReport merge() {
        return merge(1);
    }

    private MergeReport merge(int round) {
        return RoundMerge.merge(
                new RoundStep("support", campaign.request().fingerprint(), round, null),
                folder,
                CampaignFiles.ENVIRONMENT,
                CampaignFiles.NOBODY);
    }

    private Path dataset() {
        return folder.root().resolve("dataset/01");
    }

    private static Sample as(Sample sample, String label, double confidence) {
        Provenance by = new Provenance(sample.provenance().origin(), "small-model", null, 1, "pseudo-label");
        return sample.labelled(label, confidence, List.of(), by);
    }
}
