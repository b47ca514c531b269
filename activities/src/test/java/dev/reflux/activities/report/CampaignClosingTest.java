package dev.reflux.activities.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.WorkspaceException;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Export;
import dev.reflux.config.Provider;
import dev.reflux.workflows.campaign.CampaignReport;
import dev.reflux.workflows.campaign.CloseRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignClosingTest {
    private static final CampaignPlan PLAN = SampleCampaign.plan(
            Provider.OPENAI, "gpt-4o-mini", List.of(new Export(Export.Format.CLASSIFICATION, "accepted.jsonl")));

    @TempDir
    Path workspace;

    private CampaignFolder folder;

    @BeforeEach
    void fillFolder() {
        folder = new LocalWorkspace(workspace).folder(SampleCampaign.NAME);
        SampleCampaign.fill(folder);
    }

    @Test
    void leavesEveryFileItNames() {
        CampaignReport.Paths paths = close(SampleCampaign.finished());

        assertThat(paths)
                .isEqualTo(new CampaignReport.Paths(
                        "support-intents/summary.json",
                        "support-intents/report/index.html",
                        "support-intents/dataset/01",
                        "support-intents/rejected",
                        List.of("support-intents/exports/accepted.jsonl")));
        assertThat(Stream.of(paths.summary(), paths.report(), paths.exports().get(0)))
                .allSatisfy(path -> assertThat(workspace.resolve(path)).isNotEmptyFile());
    }

    @Test
    void showsWhatTheRoundLeftInTheWorkspace() {
        close(SampleCampaign.finished());

        assertThat(folder.report()).content().contains("no-label", "???");
        assertThat(folder.exports().resolve("accepted.jsonl")).content().contains("my money, please", "where is it");
    }

    @Test
    void exportsNothingWhileTheCampaignRuns() {
        CampaignReport.Paths paths = close(SampleCampaign.closing("running", null, List.of(SampleCampaign.round())));
        assertThat(paths.exports()).isEmpty();
        assertThat(folder.exports()).doesNotExist();
    }

    @Test
    void exportsNothingWhereNoRoundWasDone() {
        assertThat(close(SampleCampaign.closing("finished", "operator", List.of()))
                        .exports())
                .isEmpty();
    }

    @Test
    void leavesTheSameFilesWhenItRunsTwice() throws IOException {
        close(SampleCampaign.finished());
        Map<String, String> first = files();
        close(SampleCampaign.finished());
        assertThat(files()).isEqualTo(first);
    }

    @Test
    void namesTheFileThatCannotBeWritten() throws IOException {
        Files.createDirectories(folder.root());
        Files.writeString(folder.root().resolve("report"), "a file where a folder must be");
        assertThatThrownBy(() -> close(SampleCampaign.finished()))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining(folder.report().toString());
        assertThat(folder.summary()).as("the summary comes last").doesNotExist();
    }

    private CampaignReport.Paths close(CloseRequest request) {
        return SampleCampaign.closing().close(request, folder, PLAN, SampleCampaign.books());
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(workspace)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(workspace.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
