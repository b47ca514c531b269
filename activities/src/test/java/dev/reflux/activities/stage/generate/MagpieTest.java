package dev.reflux.activities.stage.generate;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.Stages;
import dev.reflux.activities.teacher.InMemoryLedger;
import dev.reflux.activities.teacher.Script;
import dev.reflux.activities.teacher.ScriptedAnswer;
import dev.reflux.activities.teacher.ScriptedTeacher;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherReply.Finish;
import dev.reflux.activities.teacher.desk.TeacherDesks;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.Provider;
import dev.reflux.config.grammar.CampaignGrammar;
import dev.reflux.workflows.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Magpie, from campaign files. */
class MagpieTest {

    private static final String NAME = GenerateStage.NAME;
    private static final String LLAMA = "{way: magpie, template: llama-3}";

    @TempDir
    private Path workspace;

    private final AtomicInteger turns = new AtomicInteger();
    private StageCampaign campaign;

    @Test
    void givesTheTeacherTheBeginningOfAUsersTurnAlone() {
        run(plan(LLAMA, 3));

        assertThat(campaign.asked())
                .hasSize(3)
                .extracting(TeacherCall::sampleIndex)
                .doesNotHaveDuplicates();
        TeacherCall call = campaign.asked().get(0);
        assertThat(call.draw(0).about(null))
                .isEqualTo(TeacherCall.continuing(
                                "<|start_header_id|>user<|end_header_id|>\n\n",
                                List.of("<|eot_id|>", "<|end_of_text|>", "<|start_header_id|>"),
                                1024)
                        .sampled(1, null));
        assertThat(campaign.accepted(NAME)).hasSize(3).allSatisfy(made -> {
            assertThat(made.provenance().operations()).containsExactly("generate/magpie");
            assertThat(made.provenance().prompt()).isNotBlank();
            assertThat(made.task().system()).isNull();
        });
    }

    @Test
    void drawsAnewInTheNextRound() {
        CampaignPlan plan = plan(LLAMA, 4);
        run(plan);
        List<Integer> first =
                campaign.asked().stream().map(TeacherCall::sampleIndex).toList();

        campaign.inRound(2);
        campaign.folder().dataset(1).write(1, List.of());
        campaign.run(0);
        campaign.run(1);

        assertThat(campaign.asked().subList(4, 8))
                .extracting(TeacherCall::sampleIndex)
                .doesNotContainAnyElementsOf(first);
    }

    @Test
    void writesUnderSystemPromptsByTheirWeights() {
        String systems =
                "{maths: {text: You help with maths., weight: 0.75}, code: {text: You write code., weight: 0.25}}";
        run(plan("{way: magpie, template: {of: qwen, untilNewline: true}, systems: " + systems + "}", 80));

        Map<String, Long> made = campaign.accepted(NAME).stream()
                .collect(Collectors.groupingBy(
                        sample -> sample.task().checks().get(Magpie.SYSTEM), Collectors.counting()));
        assertThat(made.keySet()).containsExactlyInAnyOrder("maths", "code");
        assertThat(made.get("maths")).isBetween(48L, 72L);
        assertThat(campaign.asked())
                .extracting(TeacherCall::user)
                .containsOnly(
                        "<|im_start|>system\nYou help with maths.<|im_end|>\n<|im_start|>user\n",
                        "<|im_start|>system\nYou write code.<|im_end|>\n<|im_start|>user\n");
        assertThat(campaign.asked())
                .allMatch(call -> call.continuation().stops().contains("\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "llama-3 ; <|start_header_id|>system<|end_header_id|>~~Be.<|eot_id|><|start_header_id|>user<|end_header_id|>~~",
                "qwen ; <|im_start|>system~Be.<|im_end|>~<|im_start|>user~",
                "mistral ; [INST] Be.~~",
                "gemma ; <start_of_turn>user~Be.~~",
                "phi-3 ; <|system|>~Be.<|end|>~<|user|>~",
                "{text: 'A {system} B', stop: [C]}  ; A Be. B"
            })
    void knowsWhereASystemPromptStands(String template, String beginning) {
        run(plan("{way: magpie, template: " + template + ", systems: {only: Be.}}", 1));

        assertThat(campaign.asked().get(0).user()).isEqualTo(beginning.replace('~', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty-answer | 2",
                "Tell me more about the following: | ends-with-colon | 1",
                "Hi there | too-short | 1",
                "'Why is it so?~~assistant~~Because.' | role-slip | 2",
                "'Why is it so?<|im_sep|>Because.' | prompt-leaked | 1",
                "'Pourquoi est-ce que la pluie tombe en hiver dans ce pays et non en automne ?' | wrong-language | 2"
            })
    void rejectsWhatIsNoTurn(String text, String reason, int calls) {
        campaign(plan("{way: magpie, template: llama-3, language: en}", 1))
                .answering(call -> Replies.text(text.replace('~', '\n')));
        campaign.run(0);

        assertThat(campaign.run(1).tally().rejected()).isEqualTo(Map.of(reason, 1L));
        assertThat(campaign.asked()).hasSize(calls);
    }

    @Test
    void rejectsATurnThatWasCutOrIsKnown() {
        campaign(plan(LLAMA, 3))
                .answering(call -> turns.incrementAndGet() == 1
                        ? Replies.ended("Why does it rain so", Finish.LENGTH)
                        : Replies.text("Why does it always rain?"));
        campaign.run(0);

        assertThat(campaign.run(1).tally().rejected()).isEqualTo(Map.of("cut-by-length", 1L, "not-novel", 1L));
    }

    @Test
    void paysOnceForAShardThatIsMadeAgain() {
        Script script = Script.answering(question -> ScriptedAnswer.of(turn() + "<|eot_id|>assistant"));
        try (ScriptedTeacher server = ScriptedTeacher.start(script);
                TeacherDesks desks = new TeacherDesks(new InMemoryLedger())) {
            CampaignPlan plan =
                    plan("main", "{provider: openai, model: m, baseUrl: " + server.baseUrl() + "}", LLAMA, 5);
            campaign(plan).through(desks).run(0);

            Tally paid = campaign.run(1).tally();
            campaign = null;
            Tally again = resumed(plan, desks);

            assertThat(server.stats().requests()).isEqualTo(5);
            assertThat(paid.accepted()).isEqualTo(5);
            assertThat(paid.teacherCalls()).isEqualTo(5);
            assertThat(paid.outputTokens()).isPositive();
            assertThat(again.accepted()).isEqualTo(5);
            assertThat(again.teacherCalls()).isZero();
            assertThat(again.ledgerHits()).isEqualTo(5);
        }
    }

    /** As a worker whose shard was lost. */
    private Tally resumed(CampaignPlan plan, TeacherDesks desks) {
        campaign(plan).through(desks).run(0);
        return campaign.run(1).tally();
    }

    @Test
    void canBeRehearsed() {
        try (TeacherDesks desks = new TeacherDesks(new InMemoryLedger())) {
            campaign(plan("main", "{provider: rehearsal}", LLAMA, 20))
                    .through(desks)
                    .run(0);

            assertThat(campaign.run(1).tally().accepted()).isEqualTo(20);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{provider: anthropic, model: m, apiKey: \"${KEY:-}\"}",
                "{provider: gemini, model: m, apiKey: \"${KEY:-}\"}",
                "{provider: mistral, model: m, apiKey: \"${KEY:-}\"}",
                "{provider: ollama, model: m}",
                "{provider: openai, model: m, apiKey: \"${KEY:-}\"}",
                "{provider: replay, answers: a.jsonl}"
            })
    void asksForAServerThatGoesOnWithRawText(String teacher) {
        assertThatThrownBy(() -> plan("main", teacher, LLAMA, 1))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("must ask a server that goes on with raw text")
                .hasMessageContaining("made.yaml line 6, stages[0].generate")
                .hasMessageContaining("name a teacher of provider openai with the baseUrl of a server");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "magpie | must be given for magpie",
                "{way: grid, template: qwen} | must be given for magpie, and only there",
                "'{way: magpie, template: {text: A, of: qwen}}' | must be given where no known template is",
                "'{way: magpie, template: {text: A}}' | must be given with text",
                "'{way: magpie, template: {text: A, stop: [B]}, systems: {a: One.}}' | must hold {system}",
                "'{way: magpie, template: {text: \"A {system}\", stop: [B]}}' | must hold {system}",
                "'{way: magpie, template: qwen, systems: {a: One., b: Two.}}' | 'must have weights that sum to 1, got 2.000'",
                "'{way: self-instruct, systems: {a: One.}}' | must be left out except for magpie"
            })
    void refusesSettingsThatDoNotFit(String by, String rule) {
        assertThatThrownBy(() -> plan(by, 1))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("made.yaml line 6")
                .hasMessageContaining(rule);
    }

    private void run(CampaignPlan plan) {
        campaign(plan);
        campaign.run(0);
        campaign.run(1);
    }

    private StageCampaign campaign(CampaignPlan plan) {
        int count = plan.stages().get(0).creates();
        List<Sample> slots = IntStream.range(0, count)
                .mapToObj(i -> sample("slot-" + i, "", null))
                .toList();
        Path folder = workspace.resolve("run-" + workspace.toFile().list().length);
        campaign = new StageCampaign(folder, Provider.OPENAI)
                .answering(call -> Replies.text(turn()))
                .open(plan, List.of(), slots);
        return campaign;
    }

    /** None like another. */
    private String turn() {
        int number = turns.incrementAndGet();
        return String.format("Explain a%1$d b%1$d c%1$d d%1$d e%1$d", number);
    }

    private static CampaignPlan plan(String by, int count) {
        return plan("main", "{provider: openai, model: m, baseUrl: \"http://localhost:8000/v1\"}", by, count);
    }

    private static CampaignPlan plan(String name, String teacher, String by, int count) {
        String yaml = """
                campaign: %s
                teacher: %s
                student: {kind: none}
                inputs: {}
                stages:
                  - generate: {count: %d, by: %s}
                """.formatted(name, teacher, count, by);
        return new CampaignGrammar(new Stages(), Environment.of(Map.of())).parse("made.yaml", yaml);
    }
}
