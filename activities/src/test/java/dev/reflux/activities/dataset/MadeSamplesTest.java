package dev.reflux.activities.dataset;

import static dev.reflux.activities.dataset.CampaignFiles.all;
import static dev.reflux.activities.dataset.CampaignFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Sample;
import dev.reflux.config.StudentPlan;
import dev.reflux.workflows.campaign.OpenReport;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns whose first stage makes the samples: no pool, no student. */
class MadeSamplesTest {

    @TempDir
    private Path root;

    private CampaignFiles campaign;
    private CampaignFolder folder;

    @BeforeEach
    void write() throws IOException {
        campaign = new CampaignFiles(root);
        campaign.write("seeds.jsonl", text("Name three rivers"), text("Say why it rains"));
        campaign.pool = null;
        campaign.holdout = null;
        campaign.gold = null;
        campaign.student = StudentPlan.Kind.NONE;
        campaign.creates = 5;
        folder = campaign.opened;
    }

    @Test
    void cutsEmptySlotsIntoShards() {
        assertThat(campaign.open()).isEqualTo(new OpenReport(2, 5, 0, 0, 0, 3, 0));

        assertThat(folder.pool().count()).isEqualTo(3);
        assertThat(folder.pool().read(1)).hasSize(2);
        assertThat(folder.pool().read(3)).hasSize(1);
        assertThat(all(folder.pool())).extracting(Sample::id).doesNotHaveDuplicates();
        assertThat(all(folder.pool())).allSatisfy(slot -> {
            assertThat(slot.text()).isEmpty();
            assertThat(slot.provenance().origin()).isEqualTo("support");
        });
    }

    @Test
    void keepsTheRoundBeforeAndAddsToIt() {
        campaign.open();
        accept(1, "one", "two", "three", "four", "five");
        merge(1);
        accept(2, "six", "Two ", "seven", "eight", "nine");

        MergeReport second = merge(2);

        assertThat(all(folder.dataset(1))).hasSize(5);
        assertThat(all(folder.dataset(2)))
                .extracting(Sample::text)
                .containsExactly("one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
        assertThat(all(folder.rejected(2, 0, RoundMerge.NAME)))
                .extracting(Sample::text)
                .containsExactly("Two ");
        assertThat(second.tally().accepted()).isEqualTo(9);
    }

    private void accept(int round, String... texts) {
        int at = 0;
        for (int shard = 1; shard <= folder.pool().count(); shard++) {
            List<Sample> slots = folder.pool().read(shard);
            int from = at;
            at += slots.size();
            folder.accepted(round, 1, "pseudo-label")
                    .write(
                            shard,
                            slots.stream()
                                    .map(slot -> slot.child(texts[from + slots.indexOf(slot)], "generate/test"))
                                    .toList());
        }
    }

    private MergeReport merge(int round) {
        return RoundMerge.merge(
                new RoundStep("support", campaign.request().fingerprint(), round, null),
                folder,
                CampaignFiles.ENVIRONMENT,
                CampaignFiles.NOBODY);
    }
}
