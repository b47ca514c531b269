package dev.reflux.activities.stage.judge;

import static dev.reflux.activities.stage.judge.Trials.HELPFULNESS;
import static dev.reflux.activities.stage.judge.Trials.HONESTY;
import static dev.reflux.activities.stage.judge.Trials.answered;
import static dev.reflux.activities.stage.judge.Trials.judged;
import static dev.reflux.activities.stage.judge.Trials.score;
import static dev.reflux.activities.stage.judge.Trials.settings;
import static dev.reflux.activities.stage.judge.Trials.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.TeacherReply.Finish;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbsoluteJudgingTest {

    private static final String STAGE = JudgeStage.NAME;

    @TempDir
    Path workspace;

    @Test
    void scoresEachAnswerInEachAspect() {
        StageCampaign campaign = judged(
                workspace,
                settings(JudgeMode.ABSOLUTE, null, List.of(), HELPFULNESS, HONESTY),
                call -> score(
                        call.user().contains("Aspect: honesty")
                                ? 4
                                : call.user().contains("good") ? 5 : 2),
                answered("a", "good", "bad"));

        List<Answer> answers = campaign.accepted(STAGE).get(0).answers();
        assertThat(told(answers.get(0))).containsExactly("judge/helpfulness: PASSED 5.0", "judge/honesty: PASSED 4.0");
        assertThat(told(answers.get(1))).containsExactly("judge/helpfulness: PASSED 2.0", "judge/honesty: PASSED 4.0");
        assertThat(answers.get(0).verdicts().get(0).rationale()).isEqualTo("so it is");
        assertThat(campaign.asked()).hasSize(4);
    }

    @Test
    void looksAtTheAspectsOfUltraFeedbackUnlessOthersAreNamed() {
        StageCampaign campaign = judged(
                workspace, settings(JudgeMode.ABSOLUTE, null, List.of()), call -> score(3), answered("a", "one"));

        assertThat(campaign.accepted(STAGE).get(0).answers().get(0).verdicts())
                .extracting(Verdict::by)
                .containsExactly(
                        "judge/instruction-following", "judge/honesty", "judge/truthfulness", "judge/helpfulness");
    }

    @Test
    void rejectsASampleNoneOfWhoseAnswersPassesInEveryAspect() {
        StageCampaign campaign = judged(
                workspace,
                settings(JudgeMode.ABSOLUTE, 4.0, List.of(), HELPFULNESS, HONESTY),
                AbsoluteJudgingTest::byWords,
                answered("a", "useful honest", "useful"),
                answered("b", "useful", "honest"),
                answered("c"));

        assertThat(campaign.accepted(STAGE)).extracting(Sample::id).containsExactly("a");
        assertThat(told(campaign.accepted(STAGE).get(0).answers().get(1)))
                .containsExactly("judge/helpfulness: PASSED 4.0", "judge/honesty: FAILED 3.0 judged-low");
        assertThat(campaign.rejected(STAGE))
                .extracting(sample -> sample.id() + ": " + sample.reason())
                .containsExactly("b: judged-low", "c: no-answer");
        assertThat(told(campaign.rejected(STAGE).get(0).answers().get(0)))
                .as("its verdicts stay on record")
                .hasSize(2);
    }

    private static TeacherDesk.Answer byWords(TeacherCall call) {
        String answer = call.user()
                .substring(call.user().indexOf("<answer>"), call.user().indexOf("</answer>"));
        String wanted = call.user().contains("Aspect: honesty") ? "honest" : "useful";
        return score(answer.contains(wanted) ? 4 : 3);
    }

    @Test
    void keepsWhatIsJudgedLowWhereTheSettingsSaySo() {
        StageCampaign campaign = judged(
                workspace,
                Trials.keeping(JudgeMode.ABSOLUTE, 4.0, HONESTY),
                call -> Replies.text("{\"score\": 1}"),
                answered("a", "one"));

        assertThat(told(campaign.accepted(STAGE).get(0).answers().get(0)))
                .containsExactly("judge/honesty: FAILED 1.0 judged-low");
    }

    @Test
    void aReplyThatCannotBeReadIsNoScore() {
        StageCampaign campaign = judged(
                workspace,
                settings(JudgeMode.ABSOLUTE, 1.0, List.of(), HONESTY),
                AbsoluteJudgingTest::troubled,
                answered("words", "one"),
                answered("off-scale", "one"),
                answered("half", "one"),
                answered("silent", "one"),
                answered("cut", "one"),
                answered("refused", "one"),
                answered("late", "one"));

        assertThat(campaign.rejected(STAGE))
                .extracting(sample -> sample.id() + ": " + told(sample.answers().get(0)))
                .containsExactly(
                        "words: [judge/honesty: UNDECIDED not-json]",
                        "off-scale: [judge/honesty: UNDECIDED not-as-schema]",
                        "half: [judge/honesty: UNDECIDED not-as-schema]",
                        "silent: [judge/honesty: UNDECIDED not-as-schema]",
                        "cut: [judge/honesty: UNDECIDED cut-by-length]",
                        "refused: [judge/honesty: UNDECIDED refused]");
        assertThat(campaign.rejected(STAGE))
                .extracting(Sample::reason)
                .contains("not-json", "cut-by-length", "refused");
        assertThat(campaign.accepted(STAGE)).extracting(Sample::id).containsExactly("late");
        assertThat(campaign.asked()).as("asked again where that may help").hasSize(7 + 5);
    }

    private static TeacherDesk.Answer troubled(TeacherCall call) {
        String task = call.user()
                .substring(call.user().indexOf("Do ") + 3, call.user().indexOf("\n</instruction>"));
        return switch (task) {
            case "words" -> Replies.text("I would give it 4 of 5.");
            case "off-scale" -> score(10);
            case "half" -> Replies.text("{\"rationale\": \"between\", \"score\": 3.5}");
            case "silent" -> Replies.text("{\"score\": 3}");
            case "cut" -> Replies.ended("{\"rationale\": \"first", Finish.LENGTH);
            case "refused" -> Replies.refused("refused");
            default -> call.sampleIndex() == 0 ? Replies.text("hm") : score(3);
        };
    }

    @Test
    void severalJudgesLeaveTheirVerdictsAndTheMean() {
        JudgeSettings settings = settings(JudgeMode.ABSOLUTE, 4.0, List.of("strict", "kind", "mute"), HONESTY);
        StageCampaign campaign = Trials.open(workspace, settings, answered("a", "one"))
                .answering("strict", call -> score(3))
                .answering("kind", call -> score(5))
                .answering("mute", call -> Replies.refused("refused"));
        campaign.run(STAGE, settings, 1);

        assertThat(told(campaign.accepted(STAGE).get(0).answers().get(0)))
                .containsExactly(
                        "judge/honesty@strict: FAILED 3.0 judged-low",
                        "judge/honesty@kind: PASSED 5.0",
                        "judge/honesty@mute: UNDECIDED refused",
                        "judge/honesty: PASSED 4.0");
    }

    @Test
    void aNewVerdictTakesThePlaceOfTheOldOne() {
        Sample before = answered("a", "one");
        Answer old = before.answers()
                .get(0)
                .judged(Verdict.failed("verify/math", "wrong-answer", null))
                .judged(Verdict.passed("judge/honesty", 1.0, "old"));
        StageCampaign campaign = judged(
                workspace,
                settings(JudgeMode.ABSOLUTE, null, List.of(), HONESTY),
                call -> score(5),
                before.answered(List.of(old)));

        assertThat(told(campaign.accepted(STAGE).get(0).answers().get(0)))
                .containsExactly("verify/math: FAILED wrong-answer", "judge/honesty: PASSED 5.0");
    }

    @Test
    void onlyAReferenceJudgeSeesTheReference() {
        Sample sample = answered("a", "one").under(Task.NONE.withReference("forty-two"));
        judged(
                workspace.resolve("absolute"),
                settings(JudgeMode.ABSOLUTE, null, List.of()),
                call -> {
                    assertThat(call.user()).doesNotContain("forty-two", "my thoughts");
                    return score(3);
                },
                sample);

        StageCampaign campaign = judged(
                workspace.resolve("reference"),
                settings(JudgeMode.REFERENCE, 4.0, List.of()),
                call -> score(call.user().contains("<reference>\nforty-two\n</reference>") ? 5 : 1),
                sample,
                answered("b", "one"));

        assertThat(told(campaign.accepted(STAGE).get(0).answers().get(0)))
                .containsExactly("judge/correctness: PASSED 5.0");
        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("no-reference");
        assertThat(campaign.asked())
                .as("nothing is paid where there is no reference")
                .hasSize(1);
    }
}
