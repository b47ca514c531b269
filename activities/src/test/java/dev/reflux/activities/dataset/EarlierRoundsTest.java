package dev.reflux.activities.dataset;

import static dev.reflux.activities.dataset.CampaignFiles.all;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.dataset.merge.deduplicate.Duplicates;
import dev.reflux.activities.shard.Sample;
import dev.reflux.workflows.round.MergeReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A round merged with those before it, which steps know by what they kept of them. */
class EarlierRoundsTest extends MergedRounds {

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
}
