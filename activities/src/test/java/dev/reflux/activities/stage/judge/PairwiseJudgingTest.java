package dev.reflux.activities.stage.judge;

import static dev.reflux.activities.stage.judge.Trials.answered;
import static dev.reflux.activities.stage.judge.Trials.better;
import static dev.reflux.activities.stage.judge.Trials.judged;
import static dev.reflux.activities.stage.judge.Trials.settings;
import static dev.reflux.activities.stage.judge.Trials.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairwiseJudgingTest {

    private static final String STAGE = JudgeStage.NAME;
    private static final JudgeSettings SETTINGS = settings(JudgeMode.PAIRWISE, null, List.of());

    @TempDir
    Path workspace;

    /** Prefers the longer answer, wherever it stands; a tie where both are as long. */
    private static TeacherDesk.Answer byLength(TeacherCall call) {
        int first = between(call.user(), "First answer:").length();
        int second = between(call.user(), "Second answer:").length();
        return better(first == second ? "tie" : first > second ? "first" : "second");
    }

    private static String between(String prompt, String heading) {
        int from = prompt.indexOf("<answer>\n", prompt.indexOf(heading)) + "<answer>\n".length();
        return prompt.substring(from, prompt.indexOf("\n</answer>", from));
    }

    @Test
    void aScoreIsTheShareOfWinsInBothOrders() {
        StageCampaign campaign =
                judged(workspace, SETTINGS, PairwiseJudgingTest::byLength, answered("a", "xxx", "x", "yyy"));

        List<Answer> answers = campaign.accepted(STAGE).get(0).answers();
        assertThat(told(answers.get(0)))
                .containsExactly(
                        "judge/overall/over-2: PASSED 1.0",
                        "judge/overall/over-3: PASSED 0.5",
                        "judge/overall: PASSED 0.75");
        assertThat(told(answers.get(1)))
                .containsExactly(
                        "judge/overall/over-1: PASSED 0.0",
                        "judge/overall/over-3: PASSED 0.0",
                        "judge/overall: PASSED 0.0");
        assertThat(told(answers.get(2))).contains("judge/overall: PASSED 0.75");
        assertThat(campaign.asked()).as("three pairs, two orders").hasSize(6);
    }

    @Test
    void aJudgeWhoGoesByTheOrderDecidesNothing() {
        StageCampaign campaign = judged(workspace, SETTINGS, call -> better("first"), answered("a", "one", "two"));

        List<Answer> answers = campaign.accepted(STAGE).get(0).answers();
        assertThat(told(answers.get(0)))
                .containsExactly("judge/overall/over-2: PASSED 1.0", "judge/overall: PASSED 0.5");
        assertThat(told(answers.get(1)))
                .containsExactly("judge/overall/over-1: PASSED 1.0", "judge/overall: PASSED 0.5");
    }

    @Test
    void aTieInOneOrderAndAWinInTheOtherIsATie() {
        StageCampaign campaign = judged(
                workspace,
                SETTINGS,
                call -> better(between(call.user(), "First answer:").equals("one") ? "first" : "tie"),
                answered("a", "one", "two"));

        assertThat(campaign.accepted(STAGE).get(0).answers())
                .allSatisfy(answer -> assertThat(told(answer)).contains("judge/overall: PASSED 0.5"));
    }

    @Test
    void aPairOfWhichOneOrderCannotBeReadDoesNotCount() {
        StageCampaign campaign = judged(
                workspace,
                SETTINGS,
                call -> between(call.user(), "Second answer:").equals("x") ? Replies.text("both") : byLength(call),
                answered("a", "xxx", "x", "yy"),
                answered("b", "y", "x"));

        List<Answer> answers = campaign.accepted(STAGE).get(0).answers();
        assertThat(told(answers.get(0)))
                .contains("judge/overall/over-2: UNDECIDED not-json", "judge/overall: PASSED 1.0");
        assertThat(told(answers.get(1))).contains("judge/overall: UNDECIDED not-json");
        assertThat(campaign.rejected(STAGE))
                .extracting(sample -> sample.id() + ": " + sample.reason())
                .containsExactly("b: not-json");
    }

    @Test
    void oneAnswerAloneHasNothingToCompareItWith() {
        StageCampaign campaign = judged(workspace, SETTINGS, PairwiseJudgingTest::byLength, answered("a", "one"));

        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("nothing-to-compare");
        assertThat(campaign.asked()).isEmpty();
    }

    @Test
    void severalJudgesKeepTheirComparisonsApart() {
        JudgeSettings settings = settings(JudgeMode.PAIRWISE, 0.6, List.of("long", "order"));
        StageCampaign campaign = Trials.open(workspace, settings, answered("a", "xx", "x"))
                .answering("long", PairwiseJudgingTest::byLength)
                .answering("order", call -> better("second"));
        campaign.run(STAGE, settings, 1);

        assertThat(told(campaign.accepted(STAGE).get(0).answers().get(0)))
                .containsExactly(
                        "judge/overall@long/over-2: PASSED 1.0",
                        "judge/overall@long: PASSED 1.0",
                        "judge/overall@order/over-2: PASSED 0.0",
                        "judge/overall@order: FAILED 0.5 judged-low",
                        "judge/overall: PASSED 0.75");
    }
}
