package dev.reflux.activities.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.reflux.activities.report.survey.AspectSheet;
import dev.reflux.activities.report.survey.JudgeSurvey;
import dev.reflux.activities.report.survey.PositionTally;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.judge.Aspect;
import dev.reflux.activities.stage.judge.JudgeMode;
import dev.reflux.activities.stage.judge.JudgeSettings;
import dev.reflux.activities.stage.judge.NonePasses;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.config.Provider;
import dev.reflux.workflows.campaign.CampaignReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeReportTest {

    private static final String STAGE = "judge";

    @TempDir
    Path workspace;

    @Test
    void showsMeanScoresAndHowFarTwoJudgesAgree() {
        JudgeSettings settings = settings(JudgeMode.ABSOLUTE, 3.0, List.of(honesty()), "strict", "kind");
        StageCampaign campaign = open(settings)
                .answering("strict", call -> score(good(call) ? 4 : 1))
                .answering(
                        "kind", call -> call.user().contains("dull") ? Replies.text("?") : score(good(call) ? 4 : 2));
        campaign.run(STAGE, settings, 1);

        AspectSheet honesty = sheet(campaign, settings);

        assertThat(honesty.decided()).isEqualTo(4);
        assertThat(honesty.meanScore()).isEqualTo((4 + 1.5 + 1 + 4) / 4);
        assertThat(honesty.passed()).isEqualTo(2);
        assertThat(honesty.undecided()).isZero();
        assertThat(honesty.compared()).as("one reply could not be read").isEqualTo(3);
        assertThat(honesty.judgePairs()).hasSize(1);
        AspectSheet.JudgePair pair = honesty.judgePairs().iterator().next();
        assertThat(List.of(pair.first(), pair.second())).containsExactly("kind", "strict");
        // (4,4) (2,1) (4,4): agreed 2/3, by chance 2/3 · 2/3 = 4/9.
        assertThat(pair.kappa().value()).isEqualTo((2 / 3.0 - 4 / 9.0) / (1 - 4 / 9.0), within(1e-12));
        assertThat(honesty.positions()).isEmpty();
    }

    @Test
    void showsWhetherTheOrderOfAnswersSwayedAJudge() {
        JudgeSettings settings = settings(JudgeMode.PAIRWISE, null, List.of(), "order", "good");
        StageCampaign campaign = open(settings)
                .answering("order", call -> better("first"))
                .answering("good", call -> better(goodIsFirst(call) ? "first" : "second"));
        campaign.run(STAGE, settings, 1);

        AspectSheet overall = sheet(campaign, settings);

        assertThat(overall.compared()).as("pairs, not answers").isEqualTo(2);
        assertThat(overall.positions()).extracting(PositionTally::judge).containsExactly("good", "order");
        assertThat(overall.positions()).extracting(PositionTally::pairs).containsExactly(2L, 2L);
        assertThat(overall.positions())
                .extracting(PositionTally::inconsistentShare)
                .containsExactly(0.0, 1.0);
        assertThat(overall.positions()).extracting(PositionTally::firstWinRate).containsExactly(0.5, 1.0);
    }

    @Test
    void writesThemIntoPageAndSummary() throws IOException {
        JudgeSettings settings = settings(JudgeMode.PAIRWISE, null, List.of(), "order", "good");
        StageCampaign campaign = open(settings).answering(call -> better(goodIsFirst(call) ? "first" : "second"));
        campaign.run(STAGE, settings, 1);

        CampaignReport.Paths paths = SampleCampaign.closing()
                .close(
                        SampleCampaign.finished(),
                        campaign.folder(),
                        campaign.planOf(STAGE, settings),
                        SampleCampaign.books());

        assertThat(workspace.resolve(paths.report()))
                .content()
                .contains("What the judges said", "Agreement between judges", "Position bias", "overall · good");
        String summary = Files.readString(workspace.resolve(paths.summary()));
        JsonNode judged = new JsonMapper().readTree(summary).at("/rounds/0/judged/0");
        assertThat(judged.path("aspect").textValue()).isEqualTo("overall");
        assertThat(judged.at("/agreement/0/kappa").doubleValue()).isEqualTo(1);
        assertThat(judged.at("/positions/0/inconsistentShare").doubleValue()).isZero();
        assertThat(fitsSchema(summary)).as(summary).isTrue();
    }

    private static boolean fitsSchema(String summary) throws IOException {
        Validator validator = new ValidatorFactory().createValidator();
        URI schema = validator.registerSchema(Files.readString(Path.of("..", "docs", "summary.schema.json")));
        return validator.validate(schema, summary).isValid();
    }

    private static AspectSheet sheet(StageCampaign campaign, JudgeSettings settings) {
        JudgeSurvey survey = JudgeSurvey.of(campaign.folder(), campaign.planOf(STAGE, settings), 1);
        assertThat(survey.aspects()).hasSize(1);
        return survey.aspects().iterator().next();
    }

    private StageCampaign open(JudgeSettings settings) {
        return new StageCampaign(workspace, Provider.OPENAI)
                .open(
                        STAGE,
                        settings,
                        List.of(),
                        List.of(answered("a", "a good one", "a bad one"), answered("b", "a dull one", "good again")));
    }

    private static Sample answered(String id, String... answers) {
        return StageCampaign.sample(id, "Do " + id, null)
                .answered(List.of(answers).stream()
                        .map(answer -> Answer.of(answer, null, null, null))
                        .toList());
    }

    private static Aspect honesty() {
        return new Aspect("honesty", null, 1, 5, List.of());
    }

    private static JudgeSettings settings(JudgeMode mode, Double passAt, List<Aspect> aspects, String... judges) {
        return new JudgeSettings(mode, aspects, List.of(judges), false, passAt, NonePasses.REJECT, 0, 300, 1);
    }

    private static boolean good(TeacherCall call) {
        return call.user().contains("good");
    }

    private static boolean goodIsFirst(TeacherCall call) {
        return call.user().indexOf("good") < call.user().indexOf("Second answer:");
    }

    private static TeacherDesk.Answer score(int score) {
        return Replies.text("{\"score\": " + score + "}");
    }

    private static TeacherDesk.Answer better(String which) {
        return Replies.text("{\"better\": \"" + which + "\"}");
    }
}
