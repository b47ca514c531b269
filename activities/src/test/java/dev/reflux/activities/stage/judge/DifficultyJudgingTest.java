package dev.reflux.activities.stage.judge;

import static dev.reflux.activities.stage.judge.Trials.answered;
import static dev.reflux.activities.stage.judge.Trials.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.Stages;
import dev.reflux.activities.teacher.EchoServer;
import dev.reflux.activities.teacher.EchoServer.Mood;
import dev.reflux.activities.teacher.InMemoryLedger;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.activities.teacher.desk.TeacherDesks;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.PlanJson;
import dev.reflux.config.Provider;
import dev.reflux.config.WorkerRole;
import dev.reflux.config.grammar.CampaignGrammar;
import dev.reflux.workflows.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instruction-following difficulty, from campaign files, over a server of completions. */
class DifficultyJudgingTest {

    private static final String STAGE = JudgeStage.NAME;
    private static final String QWEN = "mode: difficulty, template: qwen";

    @TempDir
    Path workspace;

    private final TeacherDesks desks = new TeacherDesks(new InMemoryLedger());
    private EchoServer student;

    /** An answer's words cost 2 nats; behind an instruction that speaks of hints a half, behind one of noise 3. */
    @BeforeEach
    void start() throws IOException {
        student = EchoServer.start(
                (before, token) -> before.contains("hint") ? -0.5 : before.contains("noise") ? -3 : -2);
    }

    @AfterEach
    void stop() {
        desks.close();
        student.close();
    }

    @Test
    void isTheAnswersPerplexityAfterItsInstructionByThatAlone() {
        StageCampaign campaign = run(QWEN, answered("a hint", "It is so."), answered("a thing", "It is so."));

        assertThat(campaign.accepted(STAGE)).extracting(Sample::id).containsExactly("a hint");
        assertThat(campaign.accepted(STAGE)
                        .get(0)
                        .answers()
                        .get(0)
                        .verdicts()
                        .get(0)
                        .score())
                .isCloseTo(Math.exp(0.5 - 2), within(1e-12));
        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("instruction-no-help");
        assertThat(told(campaign.rejected(STAGE).get(0).answers().get(0)))
                .containsExactly("judge/difficulty: FAILED 1.0 instruction-no-help");
    }

    @Test
    void asksAsTheGoldenFileHasIt() throws IOException {
        Task task =
                Task.NONE.withSystem("Be brief.").withHistory(List.of(Message.user("Hello"), Message.assistant("Hi")));
        run(QWEN, answered("a hint", "Déjà vu 😀").under(task));

        assertThat(student.posted().stream()
                        .map(JsonNode::toPrettyString)
                        .sorted(Comparator.comparing(String::length))
                        .toList())
                .containsExactlyElementsOf(List.of(golden().split("\n\n")));
    }

    private static String golden() throws IOException {
        try (InputStream in = DifficultyJudgingTest.class.getResourceAsStream("difficulty.golden.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }

    @Test
    void theWordsOfTheInstructionDoNotCount() {
        List<TeacherCall> asked = Docket.of(
                        List.of(answered("😀 hint", "So 😀.")), settings(parse("openai, model: m, " + url(), QWEN)))
                .stream()
                .map(Query::call)
                .toList();

        assertThat(asked).hasSize(2);
        String led = asked.get(0).user();
        assertThat(led.substring(asked.get(0).continuation().scoredFrom())).isEqualTo("So 😀.");
        assertThat(led).startsWith("<|im_start|>").contains("Do 😀 hint<|im_end|>\n<|im_start|>assistant\n");
        assertThat(asked.get(1)).isEqualTo(TeacherCall.scoring("So 😀.", 0).about("😀 hint"));
    }

    @Test
    void leavesTheFirstTokenOfATextToTheServer() {
        List<Query> queries = Docket.of(
                List.of(answered("a hint", "So.")),
                settings(parse("openai, model: m, " + url(), "mode: difficulty, template: llama-3")));

        assertThat(queries.get(0).call().user())
                .startsWith("<|start_header_id|>")
                .doesNotContain("begin_of_text");
    }

    @Test
    void anAnswerWithoutTokensHasNoDifficulty() {
        StageCampaign campaign = run(QWEN, answered("a hint", " "), answered("b hint"));

        assertThat(campaign.rejected(STAGE))
                .extracting(Sample::reason)
                .containsExactlyInAnyOrder("no-answer-tokens", "no-answer");
        assertThat(student.posted()).isEmpty();
    }

    @Test
    void whatHelpsTooLittleOrTooMuchIsRejectedOrKeptAsTheSettingsSay() {
        StageCampaign low = run(QWEN + ", passAt: 0.3", answered("a hint", "It is so."));
        assertThat(low.rejected(STAGE)).extracting(Sample::reason).containsExactly("judged-low");

        StageCampaign kept = run(QWEN + ", whenNonePasses: keep", answered("some noise", "It is so."));
        assertThat(kept.accepted(STAGE)
                        .get(0)
                        .answers()
                        .get(0)
                        .verdicts()
                        .get(0)
                        .score())
                .isCloseTo(Math.exp(3 - 2), within(1e-12));
        assertThat(told(kept.accepted(STAGE).get(0).answers().get(0)).get(0))
                .startsWith("judge/difficulty: FAILED 2.7")
                .endsWith("instruction-no-help");
    }

    @Test
    void paysOnceForAShardThatIsMadeAgain() {
        Sample[] samples = {answered("a hint", "One.", "Two."), answered("b hint", "One.")};
        CampaignPlan plan = parse("openai, model: m, " + url(), QWEN);

        Tally paid = campaign(plan, samples).run(1).tally();
        Tally again = campaign(plan, samples).run(1).tally();

        assertThat(student.posted()).as("One. alone is the same twice").hasSize(5);
        assertThat(paid.teacherCalls()).isEqualTo(5);
        assertThat(paid.inputTokens()).isPositive();
        assertThat(again.teacherCalls()).isZero();
        assertThat(again.ledgerHits()).isEqualTo(6);
        assertThat(again.accepted()).isEqualTo(2);
    }

    @Test
    void aServerWithoutLogProbabilitiesEndsTheCampaign() {
        student.be(Mood.WITHOUT_LOGPROBS);

        assertThatThrownBy(() -> run(QWEN, answered("a hint", "It is so.")))
                .isInstanceOf(TeacherMisconfiguredException.class)
                .hasMessageContaining("log probabilities");
    }

    @Test
    void canBeRehearsed() {
        StageCampaign campaign = campaign(parse("rehearsal", QWEN), answered("a", "It is so."), answered("b", "No."));

        Tally tally = campaign.run(1).tally();

        assertThat(tally.accepted()).isEqualTo(2);
        assertThat(tally.teacherCalls()).isEqualTo(4);
        assertThat(tally.outputTokens()).as("as few as a server is asked for").isEqualTo(4);
    }

    @Test
    void aCampaignAsksAServerOfItsOwn() {
        CampaignPlan plan = parse("openai, model: m, " + url(), QWEN);

        assertThat(plan.stages().get(0).role()).isEqualTo(WorkerRole.TEACHER);
        assertThat(settings(plan).draws()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anthropic, model: m, apiKey: \"${KEY:-}\"",
                "gemini, model: m, apiKey: \"${KEY:-}\"",
                "openai, model: m, apiKey: \"${KEY:-}\"",
                "ollama, model: m",
                "replay, answers: a.jsonl"
            })
    void refusesTeachersWithoutRawCompletions(String provider) {
        assertThatThrownBy(() -> parse(provider, QWEN))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("must ask a server that goes on with raw text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode: difficulty | must be given where mode is difficulty",
                "template: qwen | must be given where mode is difficulty, and only there",
                "mode: difficulty, template: qwen, passAt: 1 | must be on the scale of difficulty",
                "mode: difficulty, template: qwen, aspects: [honesty] | must be left out where mode is difficulty"
            })
    void refusesSettingsThatDoNotFit(String judge, String rule) {
        assertThatThrownBy(() -> parse("openai, model: m, " + url(), judge))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining(rule);
    }

    private String url() {
        return "baseUrl: " + student.baseUrl();
    }

    private StageCampaign run(String judge, Sample... samples) {
        StageCampaign campaign = campaign(parse("openai, model: m, " + url(), judge), samples);
        campaign.run(1);
        return campaign;
    }

    /** As a worker that knows nothing but the ledger. */
    private StageCampaign campaign(CampaignPlan plan, Sample... samples) {
        Path folder = workspace.resolve("run-" + workspace.toFile().list().length);
        return new StageCampaign(folder, Provider.OPENAI).through(desks).open(plan, List.of(), List.of(samples));
    }

    private static JudgeSettings settings(CampaignPlan plan) {
        return PlanJson.mapper().convertValue(plan.stages().get(0).settings(), JudgeSettings.class);
    }

    private static CampaignPlan parse(String provider, String judge) {
        String campaign = "campaign: support\ninputs: {pool: p.jsonl}\nteacher: {provider: " + provider + "}\n"
                + "stages:\n  - judge: {" + judge + "}\nstudent: {kind: none}\n";
        return new CampaignGrammar(new Stages(), Environment.of(Map.of()))
                .parse("c.yaml", campaign.getBytes(StandardCharsets.UTF_8));
    }
}
