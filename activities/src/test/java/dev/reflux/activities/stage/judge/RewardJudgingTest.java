package dev.reflux.activities.stage.judge;

import static dev.reflux.activities.stage.judge.Trials.answered;
import static dev.reflux.activities.stage.judge.Trials.settings;
import static dev.reflux.activities.stage.judge.Trials.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.Stages;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.WorkerRole;
import dev.reflux.config.grammar.CampaignGrammar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewardJudgingTest {

    @TempDir
    Path workspace;

    @Test
    void aRewardIsTheScoreOfAnAnswer() {
        JudgeSettings settings = settings(JudgeMode.REWARD, -0.5, List.of("rm"));
        StageCampaign campaign = Trials.open(workspace, settings, answered("a", "kind", "rude", "odd"))
                .answering("rm", call -> switch (call.user()) {
                    case "kind" -> Replies.text("1.5");
                    case "rude" -> Replies.text("-2.0");
                    default -> Replies.refused("no-score");
                });
        campaign.run(JudgeStage.NAME, settings, 1);

        List<Answer> answers = campaign.accepted(JudgeStage.NAME).get(0).answers();
        assertThat(answers)
                .extracting(Trials::told)
                .containsExactly(
                        List.of("judge/reward: PASSED 1.5"),
                        List.of("judge/reward: FAILED -2.0 judged-low"),
                        List.of("judge/reward: UNDECIDED no-score"));
        TeacherCall call = campaign.asked().get(0);
        assertThat(call.history()).containsExactly(Message.user("Do a"));
        assertThat(call.schema()).as("for a rehearsal").isEqualTo("{\"type\":\"number\"}");
    }

    @Test
    void wordsAreNoReward() {
        JudgeSettings settings = settings(JudgeMode.REWARD, null, List.of("rm"));
        StageCampaign campaign =
                Trials.open(workspace, settings, answered("a", "kind")).answering("rm", call -> Replies.text("NaN"));
        campaign.run(JudgeStage.NAME, settings, 1);

        assertThat(told(campaign.rejected(JudgeStage.NAME).get(0).answers().get(0)))
                .containsExactly("judge/reward: UNDECIDED not-as-schema");
    }

    @Test
    void aCampaignNamesARewardModelAmongItsTeachers() {
        CampaignPlan plan =
                parse("reward, model: rm, baseUrl: http://localhost:9/score", "mode: reward, teachers: [rm]");

        assertThat(plan.stages().get(0).teachers()).containsExactly("rm");
        assertThat(plan.stages().get(0).role()).isEqualTo(WorkerRole.TEACHER);
    }

    @Test
    void refusesAJudgeThatCannotDoWhatItIsAskedFor() {
        refuses("openai, model: m", "mode: reward, teachers: [rm]", "must ask a reward model, got provider openai");
        refuses("openai, model: m", "mode: reward", "must name a reward model where mode is reward");
        refuses(
                "reward, model: rm, baseUrl: http://localhost:9/score",
                "teachers: [rm]",
                "must ask a model that answers in words, got provider reward");
        refuses("reward, model: rm", "mode: reward, teachers: [rm]", "must be given for provider reward");
        refuses("openai, model: m, scoreAt: /x", "teachers: [rm]", "must be a JSON pointer, for provider reward alone");
    }

    private static void refuses(String provider, String judge, String message) {
        assertThatThrownBy(() -> parse(provider, judge))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining(message);
    }

    private static CampaignPlan parse(String provider, String judge) {
        String campaign = "campaign: c\ninputs: {pool: p.jsonl}\nteacher: {provider: openai, model: m}\n"
                + "teachers: {rm: {provider: " + provider + "}}\n"
                + "stages:\n  - judge: {" + judge + "}\nstudent: {kind: none}\n";
        return new CampaignGrammar(new Stages(), Environment.of(Map.of()))
                .parse("c.yaml", campaign.getBytes(StandardCharsets.UTF_8));
    }
}
