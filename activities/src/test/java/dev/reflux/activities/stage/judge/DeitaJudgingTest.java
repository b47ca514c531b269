package dev.reflux.activities.stage.judge;

import static dev.reflux.activities.stage.judge.Trials.answered;
import static dev.reflux.activities.stage.judge.Trials.judged;
import static dev.reflux.activities.stage.judge.Trials.scores;
import static dev.reflux.activities.stage.judge.Trials.settings;
import static dev.reflux.activities.stage.judge.Trials.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeitaJudgingTest {

    private static final String STAGE = JudgeStage.NAME;
    private static final Pattern SHOWN = Pattern.compile("\\[\\d+]\\n<\\w+>\\n(.*?)\\n</", Pattern.DOTALL);

    @TempDir
    Path workspace;

    /** Scores by length, from 1 to 6. */
    private static TeacherDesk.Answer byLength(TeacherCall call) {
        return scores(
                shown(call).stream().map(text -> Math.min(6, text.length())).toList());
    }

    private static List<String> shown(TeacherCall call) {
        List<String> shown = new ArrayList<>();
        Matcher matcher = SHOWN.matcher(call.user());
        while (matcher.find()) {
            shown.add(matcher.group(1));
        }
        return shown;
    }

    @Test
    void scoresTheAnswersOfASampleSideBySide() {
        StageCampaign campaign = judged(
                workspace,
                settings(JudgeMode.QUALITY, 2.0, List.of()),
                DeitaJudgingTest::byLength,
                answered("a", "x", "xxx", "xx"));

        assertThat(campaign.asked()).hasSize(1);
        assertThat(campaign.accepted(STAGE).get(0).answers())
                .extracting(Trials::told)
                .containsExactly(
                        List.of("judge/quality: FAILED 1.0 judged-low"),
                        List.of("judge/quality: PASSED 3.0"),
                        List.of("judge/quality: PASSED 2.0"));
    }

    @Test
    void comparesSixAtATimeInAnOrderThatIsNotThatOfTheAnswers() {
        StageCampaign campaign = judged(
                workspace,
                settings(JudgeMode.QUALITY, null, List.of()),
                DeitaJudgingTest::byLength,
                answered("a", "1", "2", "3", "4", "5", "6", "7", "8"));

        assertThat(campaign.asked()).extracting(call -> shown(call).size()).containsExactly(6, 2);
        List<String> all = new ArrayList<>();
        campaign.asked().forEach(call -> all.addAll(shown(call)));
        assertThat(all)
                .hasSize(8)
                .doesNotHaveDuplicates()
                .isNotEqualTo(all.stream().sorted().toList());
    }

    @Test
    void scoresAnInstructionBesideThoseEvolvedFromIt() {
        Sample parent = answered("a", "one", "two");
        Sample child = parent.child("Do a now", "evolve/deepen").answered(parent.answers());
        Sample grandchild = child.child("Do a right now", "evolve/deepen").answered(parent.answers());
        Sample sibling = parent.child("Do", "evolve/broaden").answered(parent.answers());
        Sample stranger = answered("b", "one");
        StageCampaign campaign = judged(
                workspace,
                settings(JudgeMode.COMPLEXITY, null, List.of()),
                DeitaJudgingTest::byLength,
                sibling,
                parent,
                stranger,
                grandchild,
                child);

        assertThat(campaign.asked()).extracting(call -> shown(call).size()).containsExactly(4, 1);
        assertThat(told(campaign.accepted(STAGE).get(0).answers().get(1)))
                .containsExactly("judge/complexity: PASSED 2.0");
        assertThat(told(campaign.accepted(STAGE).get(1).answers().get(0)))
                .containsExactly("judge/complexity: PASSED 4.0");
        assertThat(campaign.rejected(STAGE)).isEmpty();
    }

    @Test
    void scoresInstructionsThatHaveNoAnswersYet() {
        Sample parent = answered("a");
        Sample child = parent.child("Do a now, please", "evolve/deepen");
        StageCampaign campaign = judged(
                workspace, settings(JudgeMode.COMPLEXITY, 5.0, List.of()), DeitaJudgingTest::byLength, parent, child);

        assertThat(campaign.asked()).hasSize(1);
        Sample complex = campaign.accepted(STAGE).get(0);
        assertThat(complex.text()).isEqualTo("Do a now, please");
        assertThat(complex.answers()).isEmpty();
        assertThat(complex.task().verdicts()).containsExactly(Verdict.passed("judge/complexity", 6.0, "ranked"));
        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("judged-low");
        assertThat(complex.child("Do", "evolve/deepen").task().verdicts())
                .as("of another text")
                .isEmpty();
    }

    @Test
    void aListOfAnotherLengthIsAskedForAgainAndNeverPadded() {
        StageCampaign campaign = judged(
                workspace,
                settings(JudgeMode.QUALITY, null, List.of()),
                call -> call.user().contains("Do a\n") && call.sampleIndex() > 0 ? byLength(call) : scores(List.of(6)),
                answered("a", "x", "xx"),
                answered("b", "x", "xx"));

        assertThat(told(campaign.accepted(STAGE).get(0).answers().get(1))).containsExactly("judge/quality: PASSED 2.0");
        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("wrong-count");
        assertThat(campaign.rejected(STAGE).get(0).answers())
                .extracting(Trials::told)
                .containsOnly(List.of("judge/quality: UNDECIDED wrong-count"));
    }

    @Test
    void aScoreOfSevenIsNoSix() {
        StageCampaign campaign = judged(
                workspace,
                settings(JudgeMode.QUALITY, null, List.of()),
                call -> Replies.text("{\"rationale\": \"fine\", \"scores\": [7]}"),
                answered("a", "x"));

        Answer answer = campaign.rejected(STAGE).get(0).answers().get(0);
        assertThat(told(answer)).containsExactly("judge/quality: UNDECIDED not-as-schema");
    }
}
