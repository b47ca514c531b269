package dev.reflux.activities.stage.answer;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.TeacherReply.Finish;
import dev.reflux.config.Provider;
import dev.reflux.workflows.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerStageTest {

    private static final String STAGE = AnswerStage.NAME;
    private static final Task TALK = Task.NONE
            .withSystem("Be brief.")
            .withReference("the reference")
            .withHistory(List.of(Message.user("Hello"), Message.assistant("Hello.")));

    @TempDir
    Path workspace;

    @Test
    void asksTheTextItselfAfterTheEarlierTurns() {
        Sample asking = instruction("a").under(TALK);
        StageCampaign campaign = answering(settings(1, null), call -> Replies.text("4"), asking);

        assertThat(campaign.asked())
                .containsExactly(new TeacherCall("Be brief.", TALK.history(), "Do a", null, 0.7, 0.9, 300, false, 0)
                        .about(asking.id()));
        assertThat(campaign.accepted(STAGE).get(0).task()).isEqualTo(TALK);
    }

    @Test
    void answersBearWhatWasJudgedOfTheirInstruction() {
        Verdict complex = Verdict.passed("judge/complexity", 5.0, null);
        StageCampaign campaign = answering(
                settings(2, null),
                call -> Replies.text("answer " + call.sampleIndex()),
                instruction("a").under(Task.NONE.judged(List.of(complex))));

        assertThat(campaign.accepted(STAGE).get(0).answers())
                .hasSize(2)
                .allSatisfy(answer -> assertThat(answer.verdicts()).containsExactly(complex));
    }

    @Test
    void showsThePassageAndAnswersAsThePersona() {
        Task task =
                Task.NONE.withPassage("Bees fly.").withPersona("a beekeeper").withReference("the reference");
        StageCampaign campaign = answering(
                settings(1, "Be brief."),
                call -> Replies.text("Flying."),
                instruction("a").under(task));

        TeacherCall call = campaign.asked().get(0);
        assertThat(call.system()).startsWith("Be brief.").endsWith("a beekeeper");
        assertThat(call.user()).isEqualTo("<passage>\nBees fly.\n</passage>\n\nDo a");
        assertThat(campaign.accepted(STAGE).get(0).answers().get(0).prompt()).hasSize(64);
    }

    @Test
    void theSettingsSystemMessageStandsInForTheSamplesOwn() {
        StageCampaign campaign = answering(
                settings(1, "Think first."),
                call -> Replies.text("4"),
                instruction("a").under(TALK),
                instruction("b"));

        assertThat(campaign.asked()).extracting(TeacherCall::system).containsExactly("Think first.", "Think first.");
        assertThat(campaign.accepted(STAGE).get(0).task().system()).isEqualTo("Be brief.");
    }

    @Test
    void appendsEachNewAnswerOnce() {
        Answer given = Answer.of("one", null, null, null);
        List<String> draws = List.of("two", "one", " two ", "three");
        StageCampaign campaign = answering(
                settings(4, null),
                call -> Replies.text(draws.get(call.sampleIndex())),
                instruction("a").answered(List.of(given)));

        assertThat(campaign.accepted(STAGE).get(0).answers())
                .containsExactly(given, byTeacher("two"), byTeacher("three"));
    }

    @Test
    void keepsRepeatsWhereEachDrawHasAVote() {
        AnswerSettings settings = new AnswerSettings(null, 3, 0.7, 0.9, null, 300, 2, true, null, 1);
        List<String> draws = List.of("18", "17", "18");
        StageCampaign campaign =
                answering(settings, call -> Replies.text(draws.get(call.sampleIndex())), instruction("a"));

        assertThat(campaign.accepted(STAGE).get(0).answers())
                .containsExactly(byTeacher("18"), byTeacher("17"), byTeacher("18"));
    }

    @Test
    void drawsOtherAnswersInAnotherRound() {
        AnswerSettings settings = settings(3, null);
        StageCampaign campaign = answering(settings, call -> Replies.text("n"), instruction("a"), instruction("b"));
        assertThat(campaign.asked()).extracting(TeacherCall::sampleIndex).containsExactly(0, 1, 2, 0, 1, 2);

        campaign.asked().clear();
        campaign.inRound(2).run(STAGE, settings, 1);
        assertThat(campaign.asked()).extracting(TeacherCall::sampleIndex).containsExactly(3, 4, 5, 3, 4, 5);
    }

    @Test
    void rejectsASampleWithoutAnyAnswerForTheLastReason() {
        Sample known = instruction("cut").answered(List.of(Answer.of("known", null, null, null)));
        StageCampaign campaign = answering(
                settings(2, null),
                AnswerStageTest::troubled,
                instruction("empty"),
                known,
                instruction("long"),
                instruction("refused"),
                sample("blank", " ", null),
                instruction("late"));

        assertThat(campaign.rejected(STAGE))
                .extracting(sample -> sample.id() + ": " + sample.reason())
                .containsExactly(
                        "empty: empty-answer",
                        "cut: cut-by-length",
                        "long: answer-too-long",
                        "refused: refused",
                        "blank: empty-text");
        assertThat(campaign.rejected(STAGE).get(1).answers()).isEqualTo(known.answers());
        assertThat(campaign.accepted(STAGE)).extracting(Sample::id).containsExactly("late");
        assertThat(campaign.accepted(STAGE).get(0).answers()).containsExactly(byTeacher("at last"));
    }

    @Test
    void asksAgainOnlyWhereAnotherDrawMayBeBetter() {
        StageCampaign campaign =
                answering(settings(1, null), AnswerStageTest::troubled, instruction("empty"), instruction("cut"));

        assertThat(campaign.asked()).extracting(TeacherCall::user).containsExactly("Do empty", "Do cut", "Do empty");
        assertThat(campaign.asked().get(2).sampleIndex()).isGreaterThan(0);
    }

    @Test
    void redrawsAreNeverTheDrawsOfALaterRound() {
        AnswerSettings settings = settings(64, null);
        StageCampaign campaign = open(settings, AnswerStageTest::troubled, instruction("empty"));
        campaign.inRound(100).run(STAGE, settings, 1);

        int highestDraw = campaign.asked().get(63).sampleIndex();
        assertThat(highestDraw).isEqualTo(6_399);
        campaign.asked().clear();
        campaign.inRound(1).run(STAGE, settings, 1);
        assertThat(campaign.asked().get(64).sampleIndex()).isGreaterThan(highestDraw);
    }

    @Test
    void givesTheSameSamplesWhenAskedTwice() {
        AnswerSettings settings = settings(2, null);
        StageCampaign campaign =
                answering(settings, call -> Replies.text("draw " + call.sampleIndex()), instruction("a"));
        List<Sample> first = campaign.accepted(STAGE);
        Tally again = campaign.run(STAGE, settings, 1).tally();

        assertThat(campaign.accepted(STAGE)).isEqualTo(first);
        assertThat(again.rejected()).isEqualTo(Map.of());
        assertThat(first.get(0).provenance().stage()).isEqualTo(STAGE);
    }

    private static TeacherDesk.Answer troubled(TeacherCall call) {
        return switch (call.user()) {
            case "Do empty" -> Replies.text(" ");
            case "Do cut" -> Replies.ended("and then", Finish.LENGTH);
            case "Do long" -> Replies.text("x".repeat(100_000));
            case "Do late" -> Replies.text(call.sampleIndex() > 1 ? "at last" : "");
            default -> Replies.refused("refused");
        };
    }

    private StageCampaign answering(
            AnswerSettings settings, Function<TeacherCall, TeacherDesk.Answer> script, Sample... pool) {
        StageCampaign campaign = open(settings, script, pool);
        campaign.run(STAGE, settings, 1);
        return campaign;
    }

    private StageCampaign open(
            AnswerSettings settings, Function<TeacherCall, TeacherDesk.Answer> script, Sample... pool) {
        return new StageCampaign(workspace, Provider.OPENAI)
                .answering(script)
                .open(STAGE, settings, List.of(sample("s", "Seed", "label")), List.of(pool));
    }

    private static AnswerSettings settings(int candidates, String system) {
        return new AnswerSettings(null, candidates, 0.7, 0.9, system, 300, 2);
    }

    private static Sample instruction(String id) {
        return sample(id, "Do " + id, null);
    }

    private static Answer byTeacher(String text) {
        return Answer.of(text, null, "scripted/small-model", null);
    }
}
