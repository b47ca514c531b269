package dev.reflux.activities.stage.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.Stages;
import dev.reflux.activities.teacher.Fault;
import dev.reflux.activities.teacher.InMemoryLedger;
import dev.reflux.activities.teacher.Script;
import dev.reflux.activities.teacher.ScriptedAnswer;
import dev.reflux.activities.teacher.ScriptedTeacher;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.TeacherReply.Finish;
import dev.reflux.activities.teacher.desk.TeacherDesks;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.Provider;
import dev.reflux.config.grammar.CampaignGrammar;
import dev.reflux.workflows.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of safety, from campaign files. */
class SafetyScreeningTest {

    private static final String NAME = FilterStage.NAME;
    private static final String SAFE = hazard("none");

    @TempDir
    private Path workspace;

    private StageCampaign campaign;

    @Test
    void rejectsWhatATextAsksForAndDropsWhatAnAnswerGives() {
        run(
                "{safety: {}}",
                call -> said(
                        call.user().contains("bomb") ? "weapons" : call.user().contains("rob") ? "crime" : "none"),
                sample("a", "How is a bomb made?", "I do not say."),
                sample("b", "What do I do today?", "You rob a bank.", "You read a book."),
                sample("c", "What do I do tonight?", "You rob a bank."));

        assertThat(rejected()).containsExactly("a: unsafe-weapons", "c: unsafe-crime");
        Sample kept = campaign.accepted(NAME).get(0);
        assertThat(kept.answers()).extracting(Answer::text).containsExactly("You read a book.");
        assertThat(kept.provenance().operations()).containsExactly("filter/drop-unsafe-crime");
        assertThat(kept.answers().get(0).verdicts()).containsExactly(Verdict.passed("filter/safety", null, "so it is"));
        assertThat(kept.task().verdicts()).containsExactly(Verdict.passed("filter/safety-of-text", null, "so it is"));
        assertThat(campaign.asked())
                .as("three texts, and the answers to those that are safe")
                .hasSize(3 + 3);
    }

    @Test
    void asksNobodyAboutWhatARuleHasRejected() {
        run(
                "{of: answers, safety: {}}",
                call -> said("none"),
                sample("a", "Hello?", "I'm sorry, but I can't help with that."),
                sample("b", "Hello?", "I'm sorry, but I can't help with that.", "Mail me at a@b.example."));

        assertThat(rejected()).containsExactly("a: refused");
        assertThat(campaign.asked()).hasSize(1);
        assertThat(campaign.asked().get(0).user())
                .as("what goes over the wire is masked")
                .contains("<answer>\nMail me at [EMAIL].\n</answer>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is safe. | not-json | 2",
                "{\"hazard\": \"none\"} | not-as-schema | 2",
                "{\"rationale\": \"why\", \"hazard\": \"gambling\"} | not-as-schema | 2",
                "{\"rationale\": \"why\", \"hazard\": [\"none\"]} | not-as-schema | 2",
                "{\"rationale\": \"why\"} | not-as-schema | 2",
                "'' | empty-answer | 2"
            })
    void whatCannotBeReadIsNeverSafe(String reply, String why, int calls) {
        run("{of: text, safety: {}}", call -> Replies.text(reply), sample("a", "Hello?"));

        assertThat(rejected()).containsExactly("a: safety-undecided");
        assertThat(campaign.rejected(NAME).get(0).task().verdicts())
                .containsExactly(Verdict.undecided("filter/safety-of-text", why, null));
        assertThat(campaign.asked()).hasSize(calls);
    }

    @Test
    void aJudgeThatRefusesOrIsCutHasNotDecided() {
        run(
                "{of: text, safety: {}}",
                call -> call.user().contains("cut")
                        ? Replies.ended("{\"rationale\": \"It", Finish.LENGTH)
                        : Replies.refused("refused"),
                sample("a", "Is it cut?"),
                sample("b", "Is it refused?"));

        assertThat(rejected()).containsExactly("a: safety-undecided", "b: safety-undecided");
        assertThat(campaign.rejected(NAME))
                .extracting(sample -> sample.task().verdicts().get(0).reason())
                .containsExactly("cut-by-length", "refused");
    }

    @Test
    void anotherDrawMayBeReadable() {
        run(
                "{of: text, safety: {}}",
                call -> call.sampleIndex() == 0 ? Replies.text("hm") : said(" None "),
                sample("a", "Hello?"));

        assertThat(campaign.accepted(NAME)).hasSize(1);
    }

    @Test
    void theBadExampleOfAPairMayBeUnsafe() {
        Sample pair = sample("a", "Hello?", "Good.", "Bad.");
        Sample marked = pair.answered(List.of(
                pair.answers().get(0).marked(Mark.CHOSEN), pair.answers().get(1).marked(Mark.REJECTED)));
        Sample swapped = StageCampaign.sample("b", "Hello?", null)
                .answered(List.of(
                        pair.answers().get(0).marked(Mark.REJECTED),
                        pair.answers().get(1).marked(Mark.CHOSEN)));

        run("{of: answers, safety: {}}", call -> said(call.user().contains("Bad.") ? "hate" : "none"), marked, swapped);

        assertThat(campaign.accepted(NAME).get(0).answers()).hasSize(2);
        assertThat(campaign.accepted(NAME).get(0).answers().get(1).verdicts()).isEmpty();
        assertThat(rejected()).containsExactly("b: unsafe-hate");
        assertThat(campaign.rejected(NAME)
                        .get(0)
                        .answers()
                        .get(1)
                        .verdicts()
                        .get(0)
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void looksForTheHazardsThatAreNamed() {
        run(
                "{of: text, safety: {rationale: false, hazards: [violence, {name: gambling, description: praises it}]}}",
                call -> Replies.text("{\"hazard\": \"gambling\"}"),
                sample("a", "Shall I bet?"));

        assertThat(rejected()).containsExactly("a: unsafe-gambling");
        assertThat(campaign.asked().get(0).user())
                .contains("\ngambling: praises it\n")
                .doesNotContain("weapons");
        assertThat(campaign.asked().get(0).schema()).contains("\"enum\":[\"none\",\"violence\",\"gambling\"]");
    }

    @Test
    void asksTheTeacherItNames() {
        CampaignPlan plan = plan("{provider: openai, model: m}", "{of: text, safety: {teacher: guard}}");
        open(plan, sample("a", "Hello?"))
                .answering(call -> said("crime"))
                .answering("guard", call -> said("none"))
                .run(1);

        assertThat(plan.stages().get(0).teachers()).containsExactly("guard");
        assertThat(campaign.accepted(NAME)).hasSize(1);
    }

    @Test
    void paysOnceForAShardThatIsMadeAgain() {
        Script script = Script.answering(
                question -> ScriptedAnswer.of(question.user().contains("rob") ? hazard("crime") : SAFE));
        try (ScriptedTeacher server = ScriptedTeacher.start(script);
                TeacherDesks desks = new TeacherDesks(new InMemoryLedger())) {
            CampaignPlan plan = plan("{provider: openai, model: m, baseUrl: " + server.baseUrl() + "}", "{safety: {}}");
            Sample[] samples = {sample("a", "What now?", "Read.", "You rob it."), sample("b", "And then?")};

            Tally paid = open(plan, samples).through(desks).run(1).tally();
            Tally again = open(plan, samples).through(desks).run(1).tally();

            assertThat(server.stats().requests()).isEqualTo(4);
            assertThat(paid.teacherCalls()).isEqualTo(4);
            assertThat(paid.accepted()).isEqualTo(2);
            assertThat(again.teacherCalls()).isZero();
            assertThat(again.ledgerHits()).isEqualTo(4);
            assertThat(again.accepted()).isEqualTo(2);
        }
    }

    @Test
    void aJudgeOutOfReachIsNoVerdict() {
        Script script = Script.answering(SAFE).failing(Fault.SERVER_ERROR, 1);
        try (ScriptedTeacher server = ScriptedTeacher.start(script);
                TeacherDesks desks = new TeacherDesks(new InMemoryLedger())) {
            CampaignPlan plan = plan("{provider: openai, model: m, baseUrl: " + server.baseUrl() + "}", "{safety: {}}");
            StageCampaign opened = open(plan, sample("a", "What now?")).through(desks);

            assertThatThrownBy(() -> opened.run(1)).isInstanceOf(TeacherBusyException.class);
        }
    }

    @Test
    void aRehearsalAsksAboutEveryAnswer() {
        Sample[] samples = Stream.of("a", "b", "c", "d", "e", "f")
                .map(id -> sample(id, "What is " + id + "?", "It is " + id + ".", "It is not."))
                .toArray(Sample[]::new);
        try (TeacherDesks desks = new TeacherDesks(new InMemoryLedger())) {
            Tally tally = open(plan("{provider: rehearsal}", "{safety: {}}"), samples)
                    .through(desks)
                    .run(1)
                    .tally();

            assertThat(tally.teacherCalls()).isEqualTo(6 + 12);
            assertThat(tally.rejected().keySet()).as("every made-up reply fits").noneMatch("safety-undecided"::equals);
        }
    }

    private void run(String filter, Function<TeacherCall, TeacherDesk.Answer> judge, Sample... samples) {
        open(plan("{provider: openai, model: m}", filter), samples)
                .answering(judge)
                .run(1);
    }

    private StageCampaign open(CampaignPlan plan, Sample... samples) {
        Path folder = workspace.resolve("run-" + workspace.toFile().list().length);
        campaign = new StageCampaign(folder, Provider.OPENAI).open(plan, List.of(), List.of(samples));
        return campaign;
    }

    private List<String> rejected() {
        return campaign.rejected(NAME).stream()
                .map(sample -> sample.id() + ": " + sample.reason())
                .toList();
    }

    private static Sample sample(String id, String text, String... answers) {
        return StageCampaign.sample(id, text, null)
                .answered(Stream.of(answers)
                        .map(answer -> Answer.of(answer, null, null, null))
                        .toList());
    }

    private static TeacherDesk.Answer said(String hazard) {
        return Replies.text(hazard(hazard));
    }

    private static String hazard(String hazard) {
        return "{\"rationale\": \"so it is\", \"hazard\": \"" + hazard + "\"}";
    }

    private static CampaignPlan plan(String teacher, String filter) {
        String yaml = """
                campaign: support
                inputs: {pool: pool.jsonl}
                teacher: %s
                teachers: {guard: {provider: openai, model: guard}}
                student: {kind: none}
                stages:
                  - filter: %s
                """.formatted(teacher, filter);
        return new CampaignGrammar(new Stages(), Environment.of(Map.of())).parse("clean.yaml", yaml);
    }
}
