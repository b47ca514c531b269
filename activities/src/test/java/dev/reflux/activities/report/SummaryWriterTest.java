package dev.reflux.activities.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.Judged;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.OfBenchmark;
import dev.reflux.activities.report.survey.Diversity;
import dev.reflux.activities.report.survey.Topics;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.MergePlan;
import dev.reflux.config.Provider;
import dev.reflux.workflows.campaign.CampaignReport;
import dev.reflux.workflows.campaign.CloseRequest;
import dev.reflux.workflows.round.RoundReport;
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
    void fitsItsSchemaWithoutStudent() throws IOException {
        assertFitsSchema(writeGenerated());
    }

    @Test
    void dividesWhatWasSpentByWhatWentInAndByWhatTheDatasetGained() throws IOException {
        JsonNode summary = new JsonMapper().readTree(writeGenerated());

        JsonNode answer = summary.at("/rounds/1/stages/1");
        assertThat(answer.at("/perInput/calls").asDouble()).as("8 calls for 4").isEqualTo(2);
        assertThat(answer.at("/perAccepted/calls").asDouble())
                .as("8 calls for the 2 that the round added to the 2 of the round before")
                .isEqualTo(4);
        assertThat(answer.at("/perAccepted/inputTokens").asDouble()).isEqualTo(400);
        assertThat(summary.at("/rounds/1/perAccepted/costUsd").asDouble()).isEqualTo(0.02);
        assertThat(summary.at("/totals/perAccepted/calls").asDouble())
                .as("18 calls for 4 in the dataset")
                .isEqualTo(4.5);
        assertThat(summary.at("/rounds/2/perAccepted").isNull())
                .as("a round that added nothing")
                .isTrue();
    }

    @Test
    void saysOfEachBenchmarkWhatWasJudged() throws IOException {
        CampaignPlan plan = SampleCampaign.plan(Provider.OPENAI, "gpt-4o-mini", List.of());
        MergePlan step = new MergePlan("decontaminate", new JsonMapper().createObjectNode());
        CampaignPlan merging = SampleCampaign.merging(plan, List.of(step));
        OfBenchmark gsm8k = new OfBenchmark("gsm8k.jsonl", 3, 1, 1, List.of(), new Judged(4, 1, 2, 1));
        OfBenchmark other = new OfBenchmark("other.jsonl", 3, 0, 0, List.of());
        new JsonDocument(new LocalWorkspace(workspace)
                        .folder(SampleCampaign.NAME)
                        .finding(1, 1, "decontaminate"))
                .write(new Decontamination("8-gram", 5, 1, List.of(gsm8k, other)));

        String summary = write(SampleCampaign.finished(), merging);

        assertFitsSchema(summary);
        JsonNode found = new JsonMapper().readTree(summary).at("/rounds/0/decontamination");
        assertThat(found.at("/0/judged/pairs").asInt()).isEqualTo(4);
        assertThat(found.at("/0/judged/cleared").asInt()).isEqualTo(2);
        assertThat(found.get(1).has("judged")).isFalse();
    }

    @Test
    void saysThatATeacherReplays() throws IOException {
        CampaignPlan replaying = SampleCampaign.plan(Provider.REPLAY, null, List.of());
        JsonNode summary = new JsonMapper().readTree(write(SampleCampaign.finished(), replaying));
        assertThat(summary.get("notice").asText()).startsWith("The teacher replays recorded answers");
    }

    @Test
    void isHeldToItsSchema() throws IOException {
        String broken = write(SampleCampaign.finished()).replace("\"accepted\" : 2", "\"accepted\" : \"2\"");
        assertThat(validate(broken)).isFalse();
    }

    private String writeGenerated() throws IOException {
        List<RoundReport> rounds = List.of(
                SampleCampaign.generated(1, 2), SampleCampaign.generated(2, 4), SampleCampaign.withoutWork(3, 4));
        return write(SampleCampaign.closing("finished", "max-rounds", rounds), SampleCampaign.generating());
    }

    private String write(CloseRequest request) throws IOException {
        return write(request, SampleCampaign.plan(Provider.OPENAI, "gpt-4o-mini", List.of()));
    }

    private String write(CloseRequest request, CampaignPlan plan) throws IOException {
        CampaignFolder folder = new LocalWorkspace(workspace).folder(SampleCampaign.NAME);
        SampleCampaign.fill(folder);
        Files.createDirectories(folder.studentReport(1).getParent());
        Files.writeString(
                folder.studentReport(1),
                "{\"holdout\": {\"labels\": [], \"confusions\": [], \"bins\": []},"
                        + " \"baseline\": {\"accuracy\": 0.8, \"labels\": [], \"confusions\": [], \"bins\": []}}");
        CampaignReport.Paths paths = SampleCampaign.closing().close(request, folder, plan, SampleCampaign.books());
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
