package dev.reflux.activities.stage.branchsolvemerge;

import static dev.reflux.activities.stage.branchsolvemerge.Splits.answered;
import static dev.reflux.activities.stage.branchsolvemerge.Splits.branches;
import static dev.reflux.activities.stage.branchsolvemerge.Splits.isBranching;
import static dev.reflux.activities.stage.branchsolvemerge.Splits.run;
import static dev.reflux.activities.stage.branchsolvemerge.Splits.score;
import static dev.reflux.activities.stage.branchsolvemerge.Splits.scores;
import static dev.reflux.activities.stage.branchsolvemerge.Splits.told;
import static dev.reflux.activities.stage.branchsolvemerge.Splits.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.config.InvalidSettingException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgingTest {

    private static final String STAGE = BranchSolveMergeStage.NAME;

    @TempDir
    Path workspace;

    @Test
    void scoresEachAnswerByCriteriaPlannedWithoutSightOfIt() {
        StageCampaign campaign =
                run(workspace, verdict(Merging.SUM, false, null), JudgingTest::byWords, answered("a", "good", "bad"));

        List<Answer> answers = campaign.accepted(STAGE).get(0).answers();
        assertThat(told(answers.get(0))).containsExactly("bsm: PASSED 4.5");
        assertThat(told(answers.get(1))).containsExactly("bsm: PASSED 2.5");
        assertThat(answers.get(0).verdicts().get(0).rationale())
                .isEqualTo("T-clear: 5 - so it is\nT-short: 4 - so it is");
        assertThat(campaign.asked()).as("one plan, two answers by two criteria").hasSize(5);
        assertThat(campaign.asked().get(0).user()).doesNotContain("<answer>", "bad");
    }

    /** Clear is what is good; everything is rather short. */
    private static TeacherDesk.Answer byWords(TeacherCall call) {
        if (isBranching(call)) {
            return branches("clear", "short", "Clear.");
        }
        return score(call.user().contains("T-short") ? 4 : call.user().contains("good") ? 5 : 1);
    }

    @Test
    void aWinnerOfAPairWinsInBothOrders() {
        StageCampaign campaign = run(
                workspace,
                verdict(Merging.SUM, true, 0.5),
                JudgingTest::comparing,
                answered("a", "good", "bad", "vain"),
                answered("b", "only"));

        List<Answer> answers = campaign.accepted(STAGE).get(0).answers();
        assertThat(told(answers.get(0)))
                .containsExactly("bsm/over-2: PASSED 1.0", "bsm/over-3: PASSED 1.0", "bsm: PASSED 0.75");
        assertThat(told(answers.get(1)))
                .containsExactly("bsm/over-1: PASSED 0.0", "bsm/over-3: PASSED 0.0", "bsm: FAILED 0.25 judged-low");
        assertThat(told(answers.get(2)))
                .containsExactly("bsm/over-1: PASSED 1.0", "bsm/over-2: PASSED 0.0", "bsm: PASSED 0.5");
        assertThat(answers.get(0).verdicts().get(2).rationale()).isEqualTo("over 2: 1.0\nover 3: 0.5");
        assertThat(campaign.rejected(STAGE))
                .extracting(sample -> sample.id() + ": " + sample.reason())
                .containsExactly("b: nothing-to-compare");
        assertThat(campaign.asked()).as("one plan, six showings").hasSize(7);
    }

    /** Good beats bad in any order; beside vain whatever comes first wins, but for bad, where the second does. */
    private static TeacherDesk.Answer comparing(TeacherCall call) {
        if (isBranching(call)) {
            return branches("clear");
        }
        String user = call.user();
        if (!user.contains("vain")) {
            return user.indexOf("good") < user.indexOf("bad") ? scores(5, 2) : scores(2, 5);
        }
        return user.contains("good") ? scores(4, 3) : scores(2, 3);
    }

    @Test
    void theTeacherMergesWhereTheSettingsSaySo() {
        StageCampaign campaign = run(
                workspace,
                verdict(Merging.TEACHER, false, 3.0),
                call -> call.user().contains("<findings>") ? score(2) : byWords(call),
                answered("a", "good"));

        Sample rejected = campaign.rejected(STAGE).get(0);
        assertThat(rejected.reason()).isEqualTo("judged-low");
        assertThat(told(rejected.answers().get(0))).containsExactly("bsm: FAILED 2.0 judged-low");
        assertThat(rejected.answers().get(0).verdicts().get(0).rationale())
                .isEqualTo("so it is\nT-clear: 5 - so it is\nT-short: 4 - so it is");
        assertThat(campaign.asked().get(3).user()).contains("T-clear: 5 - so it is");
    }

    @Test
    void whatCannotBeReadIsUndecided() {
        StageCampaign campaign = run(
                workspace,
                verdict(Merging.SUM, false, 1.0),
                JudgingTest::troubled,
                answered("unplanned", "good"),
                answered("half", "good"),
                answered("off", "good"),
                answered("none"),
                answered("surplus", "good"));

        assertThat(campaign.rejected(STAGE))
                .extracting(sample -> sample.id() + ": " + sample.reason())
                .containsExactly("unplanned: no-branches", "half: not-json", "off: not-as-schema", "none: no-answer");
        assertThat(told(campaign.rejected(STAGE).get(1).answers().get(0)))
                .as("no sum leaves a criterion out")
                .containsExactly("bsm: UNDECIDED not-json");
        assertThat(told(campaign.accepted(STAGE).get(0).answers().get(0)))
                .as("the first three criteria")
                .containsExactly("bsm: PASSED 3.0");
    }

    private static TeacherDesk.Answer troubled(TeacherCall call) {
        String user = call.user();
        if (isBranching(call)) {
            return user.contains("unplanned")
                    ? branches()
                    : user.contains("surplus") ? branches("p", "q", "r", "s") : branches("clear", "short");
        }
        boolean isBad = user.contains("T-short") || user.contains("T-s:");
        if (user.contains("Do half") && isBad) {
            return Replies.text("four");
        }
        return score(user.contains("Do off") || user.contains("T-s:") ? 9 : 3);
    }

    @Test
    void anotherRunReplacesItsVerdicts() {
        StageCampaign first = run(
                workspace.resolve("1"), verdict(Merging.SUM, false, null), JudgingTest::byWords, answered("a", "bad"));
        StageCampaign again = run(
                workspace.resolve("2"),
                verdict(Merging.SUM, false, null),
                JudgingTest::byWords,
                first.accepted(STAGE).get(0));

        assertThat(again.accepted(STAGE)).isEqualTo(first.accepted(STAGE));
    }

    @Test
    void refusesAThresholdOffTheScale() {
        assertThatThrownBy(() -> verdict(Merging.SUM, true, 2.0))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("the share of pairs won");
        assertThatThrownBy(() -> verdict(Merging.SUM, false, 5.5)).isInstanceOf(InvalidSettingException.class);
    }
}
