package dev.reflux.activities.stage.rejectionsampling;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.rejectionsampling.RejectionSamplingSettings.Combination;
import dev.reflux.activities.stage.rejectionsampling.RejectionSamplingSettings.Keep;
import dev.reflux.activities.stage.rejectionsampling.RejectionSamplingSettings.Sameness;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Provider;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectionSamplingStageTest {

    private static final String STAGE = RejectionSamplingStage.NAME;
    private static final Condition MATH = new Condition("verify/math", null);
    private static final Condition HELPFUL = new Condition("judge/helpfulness", 4.0);

    private static final Verdict RIGHT = Verdict.passed("verify/math", null, null);
    private static final Verdict WRONG = Verdict.failed("verify/math", "wrong-answer", null);
    private static final Verdict UNKNOWN = Verdict.undecided("verify/math", "unparsable", null);

    @TempDir
    Path workspace;

    @Test
    void keepsOnlyAnswersThatPass() {
        Sample mixed = task("mixed", answer("a", WRONG), answer("b", RIGHT), answer("c", UNKNOWN), answer("d"));
        StageCampaign campaign = sampled(all(MATH), mixed);

        assertThat(campaign.accepted(STAGE)).extracting(Sample::answers).containsExactly(List.of(answer("b", RIGHT)));
    }

    @Test
    void rejectsASampleOfWhichNoAnswerPasses() {
        StageCampaign campaign = sampled(
                all(MATH),
                task("wrong", answer("a", WRONG), answer("b", UNKNOWN)),
                task("unknown", answer("a", UNKNOWN), answer("b")),
                task("bare"));

        assertThat(campaign.accepted(STAGE)).isEmpty();
        assertThat(campaign.rejected(STAGE))
                .extracting(sample -> sample.id() + ": " + sample.reason())
                .containsExactly("wrong: no-answer-passed", "unknown: undecided", "bare: no-answer");
        assertThat(campaign.rejected(STAGE).get(0).answers()).hasSize(2);
    }

    @Test
    void aScoreBelowTheLeastIsAFailureAndAMissingOneIsNone() {
        Answer good = answer("a", helpful(4));
        StageCampaign campaign = sampled(
                all(HELPFUL),
                task("good", good, answer("b", helpful(3.9))),
                task("bad", answer("a", helpful(3))),
                task("unrated", answer("a", Verdict.undecided("judge/helpfulness", "unparsable", null))));

        assertThat(campaign.accepted(STAGE)).extracting(Sample::answers).containsExactly(List.of(good));
        assertThat(campaign.rejected(STAGE))
                .extracting(Sample::reason)
                .containsExactly("no-answer-passed", "undecided");
    }

    @Test
    void combinesConditions() {
        Answer both = answer("a", RIGHT, helpful(5));
        Answer rightAlone = answer("b", RIGHT, helpful(1));
        Answer unratedRight = answer("c", RIGHT);
        Sample sample = task("s", both, rightAlone, unratedRight, answer("d", WRONG, helpful(1)));

        StageCampaign strict = sampled(settings(Combination.ALL, Keep.ALL, null, null, MATH, HELPFUL), sample);
        assertThat(strict.accepted(STAGE).get(0).answers()).containsExactly(both);

        StageCampaign lenient = sampled(settings(Combination.ANY, Keep.ALL, null, null, MATH, HELPFUL), sample);
        assertThat(lenient.accepted(STAGE).get(0).answers()).containsExactly(both, rightAlone, unratedRight);
    }

    @Test
    void voteMeansAgreementWithTheMajority() {
        Answer agreed = answer("a", Verdict.passed("self-consistency", 0.7, null));
        Answer other = answer("b", Verdict.failed("self-consistency", "disagrees", null));
        StageCampaign campaign = sampled(all(new Condition("vote", null)), task("s", other, agreed));

        assertThat(campaign.accepted(STAGE).get(0).answers()).containsExactly(agreed);
    }

    @Test
    void keepsTheBestByScore() {
        Answer best = answer("b", RIGHT, helpful(5));
        Sample sample =
                task("s", answer("a", RIGHT, helpful(2)), best, answer("c", RIGHT), answer("d", WRONG, helpful(9)));
        StageCampaign campaign = sampled(settings(Combination.ALL, Keep.BEST, "judge/helpfulness", null, MATH), sample);

        assertThat(campaign.accepted(STAGE).get(0).answers()).containsExactly(best);
    }

    @Test
    void prefersDistinctSolutionsAndOfEqualOnesTheMostUnusual() {
        Answer plain = answer("Add them: 2 + 3 = 5", RIGHT);
        Answer unusual = answer("Lining up both baskets side by side shows that 2 + 3 = 5 in all", RIGHT);
        Answer other = answer("Add them: 3 + 2 = 5", RIGHT);
        StageCampaign campaign = sampled(all(MATH), task("s", plain, unusual, other));

        assertThat(campaign.accepted(STAGE).get(0).answers()).containsExactly(unusual, other);
    }

    @Test
    void keepsTheMostDifferentWhereThereAreTooMany() {
        Answer first = answer("one two three four", RIGHT);
        Answer near = answer("one two three five", RIGHT);
        Answer far = answer("alpha beta gamma delta", RIGHT);
        StageCampaign campaign =
                sampled(settings(Combination.ALL, Keep.ALL, null, 2, MATH), task("s", first, near, far));

        assertThat(campaign.accepted(STAGE).get(0).answers()).containsExactly(first, far);
    }

    @Test
    void keepsTheOthersForPreferencePairsAfterTheChosen() {
        RejectionSamplingSettings settings = new RejectionSamplingSettings(
                List.of(MATH), Combination.ALL, Keep.ALL, null, null, Sameness.EQUATIONS, true);
        Sample sample = task("s", answer("a", WRONG), answer("b", RIGHT), answer("c", UNKNOWN));

        assertThat(sampled(settings, sample).accepted(STAGE).get(0).answers())
                .containsExactly(answer("b", RIGHT).marked(Mark.CHOSEN), answer("a", WRONG), answer("c", UNKNOWN));
    }

    @Test
    void dropsAnswersWithAWrongCalculationOnTheWay() {
        Answer right = answer("3*4=12 apples", RIGHT);
        Answer lucky = answer("3*4=<<3*4=13>>13 apples, so 12", RIGHT);
        StageCampaign campaign = sampled(recomputing(false), task("mixed", lucky, right), task("lucky", lucky));

        assertThat(campaign.accepted(STAGE)).extracting(Sample::answers).containsExactly(List.of(right));
        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("wrong-equation");
        assertThat(campaign.rejected(STAGE).get(0).answers().get(0).verdicts())
                .containsExactly(RIGHT, Verdict.failed("rejection-sampling/equations", "wrong-equation", "3*4=13"));
        assertThat(sampled(all(MATH), task("lucky", lucky)).rejected(STAGE))
                .as("where it is not asked for")
                .isEmpty();
    }

    @Test
    void aWrongCalculationIsNeverChosenForAPair() {
        Answer right = answer("3*4=12 apples", RIGHT);
        Answer lucky = answer("3*4=13 apples", RIGHT);

        assertThat(sampled(recomputing(true), task("mixed", lucky, right))
                        .accepted(STAGE)
                        .get(0)
                        .answers())
                .extracting(Answer::text, Answer::mark)
                .containsExactly(tuple(right.text(), Mark.CHOSEN), tuple(lucky.text(), null));
    }

    private static RejectionSamplingSettings recomputing(boolean keepOthers) {
        return new RejectionSamplingSettings(
                List.of(MATH), Combination.ALL, Keep.ALL, null, null, Sameness.EQUATIONS, keepOthers, true);
    }

    @Test
    void refusesSettingsThatSayNothingOrTwoThings() {
        assertThatThrownBy(() -> all())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("by must hold at least one condition");
        assertThatThrownBy(() -> settings(Combination.ALL, Keep.BEST, null, 3, MATH))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("most must be left out where keep is best, which keeps one, got 3; remove it");
    }

    private StageCampaign sampled(RejectionSamplingSettings settings, Sample... pool) {
        StageCampaign campaign = new StageCampaign(workspace, Provider.EMBEDDED)
                .open(STAGE, settings, List.of(sample("seed", "Seed", "label")), List.of(pool));
        campaign.run(STAGE, settings, 1);
        return campaign;
    }

    private static RejectionSamplingSettings all(Condition... conditions) {
        return settings(Combination.ALL, Keep.ALL, null, null, conditions);
    }

    private static RejectionSamplingSettings settings(
            Combination combine, Keep keep, String score, Integer most, Condition... by) {
        return new RejectionSamplingSettings(List.of(by), combine, keep, score, most, Sameness.EQUATIONS, false);
    }

    private static Sample task(String id, Answer... answers) {
        return sample(id, "Solve " + id, null).answered(List.of(answers));
    }

    private static Answer answer(String text, Verdict... verdicts) {
        return new Answer(text, null, null, null, null, List.of(verdicts));
    }

    private static Verdict helpful(double score) {
        return Verdict.passed("judge/helpfulness", score, null);
    }
}
