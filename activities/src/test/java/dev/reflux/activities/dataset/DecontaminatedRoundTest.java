package dev.reflux.activities.dataset;

import static dev.reflux.activities.dataset.CampaignFiles.all;
import static dev.reflux.activities.dataset.CampaignFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.dataset.merge.decontaminate.DecontaminateSettings;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination;
import dev.reflux.activities.dataset.merge.decontaminate.Preset;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.config.Benchmark;
import dev.reflux.config.Benchmark.Several;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.MergePlan;
import dev.reflux.config.PlanJson;
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

/** A round whose dataset must not hold what benchmarks ask. */
class DecontaminatedRoundTest {

    private static final String QUESTION = "How many apples are left when Ann eats two of nine?";

    @TempDir
    private Path root;

    private CampaignFiles campaign;
    private CampaignFolder folder;

    @BeforeEach
    void name() throws IOException {
        campaign = new CampaignFiles(root);
        campaign.gold = null;
        campaign.write("pool.jsonl", text("one"), text("Please: " + QUESTION), text("two"));
        campaign.write("asked.jsonl", "{\"question\": \"" + QUESTION + "\"}", "{\"question\": \"What?\"}");
        campaign.merge = List.of(decontaminate("${DATA}/ask*.jsonl"));
        folder = campaign.opened;
    }

    @Test
    void rejectsWhatABenchmarkAsksAndLeavesAReportOfWhatMatchedWhom() {
        MergeReport report = merge();

        assertThat(report.tally().rejected()).isEqualTo(Map.of("contaminated", 1L));
        assertThat(all(folder.dataset(1))).extracting(Sample::text).containsExactly("one", "two");
        Sample rejected = all(folder.rejected(1, 0, RoundMerge.NAME)).get(0);
        assertThat(rejected.provenance().operations()).containsExactly("decontaminate/asked.jsonl:1");
        Decontamination found = new JsonDocument(folder.finding(1, 1, "decontaminate")).read(Decontamination.class);
        assertThat(found.benchmarks()).singleElement().satisfies(benchmark -> {
            assertThat(benchmark.items()).isEqualTo(2);
            assertThat(benchmark.matched()).isEqualTo(1);
            assertThat(benchmark.matches().get(0).ids()).containsExactly(rejected.id());
        });
    }

    @Test
    void givesTheSameFilesTwice() throws IOException {
        merge();
        byte[] first = Files.readAllBytes(folder.finding(1, 1, "decontaminate"));

        RoundMerge.merge(step(), folder, CampaignFiles.ENVIRONMENT, CampaignFiles.NOBODY);

        assertThat(folder.finding(1, 1, "decontaminate")).hasBinaryContent(first);
    }

    @Test
    void anotherBenchmarkIsAnotherCampaign() throws IOException {
        String before = campaign.request().fingerprint();

        campaign.write("asked.jsonl", "{\"question\": \"" + QUESTION + "\"}");

        assertThat(campaign.request().fingerprint()).isNotEqualTo(before);
    }

    @Test
    void aBrokenBenchmarkFailsBeforeAnythingIsOpened() throws IOException {
        campaign.write("asked.jsonl", "{\"question\": \"What?\"}", "{\"question\": 3}");

        assertThatThrownBy(campaign::check)
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("merge.decontaminate.benchmarks[0] needs a text")
                .hasMessageContaining(campaign.folder.resolve("asked.jsonl") + " line 2");
        assertThatThrownBy(campaign::open).isInstanceOf(InvalidCampaignException.class);
        assertThat(folder.plan()).doesNotExist();
    }

    @Test
    void aMissingBenchmarkFailsBeforeAnythingIsOpened() {
        campaign.merge = List.of(decontaminate("absent.jsonl"));

        assertThatThrownBy(campaign::open)
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining(campaign.folder.resolve("absent.jsonl").toString());
    }

    private static MergePlan decontaminate(String path) {
        List<Benchmark> benchmarks = List.of(new Benchmark(path, List.of(), Several.APART));
        DecontaminateSettings settings = new DecontaminateSettings(
                benchmarks, Preset.TULU_3, null, null, null, null, null, DecontaminateSettings.Of.TEXT, 5, null);
        return new MergePlan("decontaminate", benchmarks, PlanJson.mapper().valueToTree(settings));
    }

    private RoundStep step() {
        return new RoundStep("support", campaign.request().fingerprint(), 1, null);
    }

    private MergeReport merge() {
        campaign.open();
        for (int shard = 1; shard <= folder.pool().count(); shard++) {
            folder.accepted(1, 1, "pseudo-label").write(shard, folder.pool().read(shard));
        }
        return RoundMerge.merge(step(), folder, CampaignFiles.ENVIRONMENT, CampaignFiles.NOBODY);
    }
}
