package dev.reflux.activities.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.reflux.activities.report.survey.Diversity;
import dev.reflux.activities.report.survey.Topics;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.config.Provider;
import dev.reflux.workflows.campaign.CampaignReport;
import dev.reflux.workflows.campaign.CloseRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryWriterTest {
    private static final Path SCHEMA = Path.of("..", "docs", "summary.schema.json");

    @TempDir
    Path workspace;

    @Test
    void writesWhatTheGoldenFileHolds() throws IOException {
        assertThat(write(SampleCampaign.finished())).isEqualTo(golden());
    }

    @Test
    void fitsItsSchemaWhenFinished() throws IOException {
        assertFitsSchema(write(SampleCampaign.finished()));
    }

    @Test
    void fitsItsSchemaBeforeTheFirstRoundIsDone() throws IOException {
        assertFitsSchema(write(SampleCampaign.closing("running", null, List.of())));
    }

    @Test
    void fitsItsSchemaWhereTextsWereMade() throws IOException {
        write(SampleCampaign.finished());
        CampaignFolder folder = new LocalWorkspace(workspace).folder(SampleCampaign.NAME);
        ClosedCampaign campaign = new ClosedCampaign(
                SampleCampaign.finished(),
                folder,
                SampleCampaign.plan(Provider.OPENAI, "gpt-4o-mini", List.of()),
                SampleCampaign.books());
        CampaignReport.Paths paths = new CampaignReport.Paths("s", "r", "d", "x", List.of());
        Diversity diversity =
                new Diversity(2, List.of(1.0, 0.5, 0.0), 0.4, List.of(new Topics.Topic("Why does it rain?", 2)));

        SummaryWriter.write(campaign, paths, Optional.of(diversity));
        HtmlReport.write(campaign, paths, Optional.of(diversity));

        String summary = Files.readString(folder.summary());
        assertThat(summary).contains("\"meanDistance\" : 0.4");
        assertFitsSchema(summary);
        assertThat(Files.readString(folder.report())).contains("distinct-3", "Why does it rain?");
    }

    @Test
    void isHeldToItsSchema() throws IOException {
        String broken = write(SampleCampaign.finished()).replace("\"accepted\" : 2", "\"accepted\" : \"2\"");
        assertThat(validate(broken)).isFalse();
    }

    private String write(CloseRequest request) throws IOException {
        CampaignFolder folder = new LocalWorkspace(workspace).folder(SampleCampaign.NAME);
        SampleCampaign.fill(folder);
        Files.createDirectories(folder.studentReport(1).getParent());
        Files.writeString(
                folder.studentReport(1),
                "{\"holdout\": {\"labels\": [], \"confusions\": [], \"bins\": []},"
                        + " \"baseline\": {\"accuracy\": 0.8, \"labels\": [], \"confusions\": [], \"bins\": []}}");
        CampaignReport.Paths paths = CampaignClosing.close(
                request,
                folder,
                SampleCampaign.plan(Provider.OPENAI, "gpt-4o-mini", List.of()),
                SampleCampaign.books());
        return Files.readString(workspace.resolve(paths.summary()));
    }

    private static void assertFitsSchema(String summary) throws IOException {
        assertThat(validate(summary)).as(summary).isTrue();
    }

    private static boolean validate(String summary) throws IOException {
        Validator validator = new ValidatorFactory().createValidator();
        URI schema = validator.registerSchema(Files.readString(SCHEMA));
        return validator.validate(schema, summary).isValid();
    }

    private static String golden() throws IOException {
        try (InputStream file = SummaryWriterTest.class.getResourceAsStream("summary.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
