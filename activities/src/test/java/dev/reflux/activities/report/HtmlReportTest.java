package dev.reflux.activities.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Provider;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.campaign.CloseRequest;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundReport;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HtmlReportTest {
    private static final String ATTACK = "<script>alert(1)</script>";
    private static final CampaignPlan OPENAI = SampleCampaign.plan(Provider.OPENAI, "gpt-4o-mini", List.of());

    @TempDir
    Path workspace;

    private CampaignFolder folder;

    @BeforeEach
    void fillFolder() {
        folder = new LocalWorkspace(workspace).folder(SampleCampaign.NAME);
        SampleCampaign.fill(folder);
    }

    @Test
    void letsNoTextOfASampleBecomeMarkup() throws Exception {
        folder.rejected(1, 2, "confidence-filter")
                .write(1, List.of(SampleCampaign.sample("c", ATTACK, ATTACK, 0.35, ATTACK)));
        Files.createDirectories(folder.studentReport(1).getParent());
        Files.writeString(
                folder.studentReport(1),
                "{\"holdout\": {\"bins\": [], \"labels\": [{\"label\": \"" + ATTACK + "\", \"support\": 1}],"
                        + " \"confusions\": [{\"truth\": \"" + ATTACK + "\", \"answer\": \"b\", \"count\": 1}]}}");

        Document page =
                parse(write(SampleCampaign.finished(), SampleCampaign.plan(Provider.OPENAI, ATTACK, List.of())));

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getDocumentElement().getTextContent()).contains(ATTACK);
    }

    @Test
    void fetchesAndRunsNothing() throws IOException {
        String page = write(SampleCampaign.finished(), OPENAI);
        assertThat(page)
                .doesNotContainIgnoringCase("http://", "https://", "<script", "<link", "@import", "url(", "onload");
        assertThat(page).doesNotContain("OPENAI_API_KEY");
    }

    @Test
    void namesTheModelThatWasAskedWhereTheEnvironmentChoseIt() throws IOException {
        CampaignPlan chosen = SampleCampaign.plan(Provider.OPENAI, "${MODEL:-gpt-4o-mini}", List.of());

        assertThat(write(SampleCampaign.finished(), chosen))
                .contains("Teacher " + SampleCampaign.books().get(0).model() + " (openai)")
                .doesNotContain("${");
    }

    @Test
    void isTheSameWheneverItIsWritten() throws IOException {
        assertThat(write(SampleCampaign.finished(), OPENAI)).isEqualTo(write(SampleCampaign.finished(), OPENAI));
    }

    @Test
    void showsTheThresholdOfTheLastRound() throws IOException {
        Path preparation = folder.preparation(1, 2, "confidence-filter");
        Files.createDirectories(preparation.getParent());
        Files.writeString(preparation, "{\"precision\": {\"threshold\": 0.6125}}");
        assertThat(write(SampleCampaign.finished(), OPENAI)).contains("threshold 0.61");
    }

    @Test
    void saysWhatTheTeacherIsWhereItIsNoLargeModel() throws IOException {
        CampaignPlan embedded = SampleCampaign.plan(Provider.EMBEDDED, "bge-small-en-v1.5", List.of());
        CampaignPlan replayed = SampleCampaign.plan(Provider.OPENAI, "replay-support", List.of());

        assertThat(write(SampleCampaign.finished(), embedded))
                .contains("The teacher is the embedded one: bge-small-en-v1.5");
        assertThat(write(SampleCampaign.finished(), replayed)).contains("replays recorded answers");
        assertThat(write(SampleCampaign.finished(), OPENAI)).doesNotContain("class=\"notice\"");
    }

    @Test
    void showsAGeneratedSampleWithItsAnswerVerdictsAndLineage() throws Exception {
        folder = new LocalWorkspace(workspace).folder("generated");
        folder.gold().write(1, List.of());
        folder.dataset(1).write(1, List.of(generated("kept")));
        folder.rejected(1, 2, "answer").write(1, List.of(generated("dropped").rejected("empty-answer")));

        String page = write(
                SampleCampaign.closing("finished", "max-rounds", List.of(SampleCampaign.generated(1, 2))),
                SampleCampaign.generating());

        assertThat(parse(page).getDocumentElement().getTextContent())
                .contains("asked for 5\u00a0new samples a round", "an accepted sample took$0.02004.50 calls")
                .contains("Broaden kept", "Because.", "judge/helpfulness passed at 4.5")
                .contains("evolve/deepen · from", "made of kept");
        assertThat(page).contains("Broaden dropped", "empty-answer");
    }

    @Test
    void leavesOutWhatACampaignWithoutStudentDoesNotHave() throws Exception {
        folder = new LocalWorkspace(workspace).folder("generated");
        String page = write(
                SampleCampaign.closing("finished", "max-rounds", List.of(SampleCampaign.generated(1, 2))),
                SampleCampaign.generating());

        parse(page);
        assertThat(page).doesNotContain("labels right", "student", "Confidence", "What was accepted");
    }

    private static Sample generated(String id) {
        return SampleCampaign.sample(id, "Seed", null, null, null)
                .child("Broaden " + id, "evolve/deepen")
                .answered(List.of(Answer.of("Because.", "Let me think.", "openai", null)
                        .judged(Verdict.passed("judge/helpfulness", 4.5, "good"))));
    }

    @Test
    void standsBeforeTheFirstRoundIsDone() throws Exception {
        String page = write(SampleCampaign.closing("running", null, List.of()), OPENAI);
        parse(page);
        assertThat(page).contains("No round has finished yet.", "running, 0\u00a0rounds done");
    }

    @Test
    void standsWithoutGoldConfidenceOrAcceptedSamples() throws Exception {
        Tally nothing = new Tally(4, 0, Map.of("no-label", 4L), 4, 0, 100, 0, 4, 0, 10);
        RoundReport round = new RoundReport(
                1,
                4,
                List.of(new RoundReport.StageTally("pseudo-label", nothing)),
                new MergeReport(Tally.NONE, null, 0),
                SampleCampaign.round().student(),
                1);
        folder = new LocalWorkspace(workspace).folder("bare");

        String page = write(SampleCampaign.closing("finished", "max-rounds", List.of(round)), OPENAI);

        parse(page);
        assertThat(page).contains("no gold to measure by", "The round left no evaluation file.");
        assertThat(page).doesNotContain("NaN", "Infinity", "null");
    }

    private String write(CloseRequest request, CampaignPlan plan) throws IOException {
        SampleCampaign.closing().close(request, folder, plan, SampleCampaign.books());
        return Files.readString(folder.report());
    }

    /** Fails where anything was left unescaped: the page is well-formed XML, or it is wrong. */
    private static Document parse(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }
}
