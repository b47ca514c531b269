package dev.reflux.activities.stage.preference;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.preference.PreferenceSettings.Form;
import dev.reflux.activities.stage.preference.PreferenceSettings.Source;
import dev.reflux.activities.stage.preference.PreferenceSettings.Strategy;
import dev.reflux.config.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferenceStageTest {

    private static final String STAGE = PreferenceStage.NAME;

    @TempDir
    Path workspace;

    @Test
    void pairsTheBestWithTheWorst() {
        Answer best = rated("a", 5);
        Answer worst = rated("c", 1);
        StageCampaign campaign = run(byScore(0, Strategy.BEST_WORST), task("s", rated("b", 3), worst, best));

        assertThat(campaign.accepted(STAGE))
                .extracting(Sample::answers)
                .containsExactly(List.of(best.marked(Mark.CHOSEN), worst.marked(Mark.REJECTED)));
    }

    @Test
    void aMissingRatingIsNone() {
        Answer undecided = answer("b", Verdict.undecided("judge/overall", "unparsable", null));
        StageCampaign campaign = run(
                byScore(0, Strategy.BEST_WORST),
                task("s", rated("a", 5), undecided, answer("c"), rated("d", 4)),
                task("alone", rated("a", 5), undecided, answer("c")),
                task("nobody", answer("a"), answer("b")));

        assertThat(campaign.accepted(STAGE))
                .extracting(PreferenceStageTest::pair)
                .containsExactly("s: a > d");
        assertThat(campaign.rejected(STAGE))
                .extracting(sample -> sample.id() + ": " + sample.reason())
                .containsExactly("alone: no-pair", "nobody: no-pair");
    }

    @Test
    void comparesNoAnswerThatLacksAnAspect() {
        Answer whole = answer("a", judged("truth", 3), judged("tone", 3));
        Answer half = answer("b", judged("truth", 5));
        Answer low = answer("c", judged("truth", 1), judged("tone", 2));
        StageCampaign campaign = run(byScore(0, Strategy.BEST_WORST), task("s", whole, half, low));

        assertThat(campaign.accepted(STAGE))
                .extracting(PreferenceStageTest::pair)
                .containsExactly("s: a > c");
    }

    @Test
    void makesNoPairOfATieOrWithinTheMargin() {
        StageCampaign campaign = run(
                byScore(1, Strategy.BEST_WORST),
                task("tie", rated("a", 4), rated("b", 4)),
                task("near", rated("a", 4), rated("b", 3.5)),
                task("clear", rated("a", 4), rated("b", 3)));

        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("tied", "tied");
        assertThat(campaign.accepted(STAGE)).extracting(Sample::id).containsExactly("clear");
        Sample tie = task("tie", rated("a", 4), rated("b", 4));
        assertThat(run(byScore(0, Strategy.ALL), tie).accepted(STAGE)).isEmpty();
    }

    @Test
    void makesNoPairOfTheSameText() {
        StageCampaign campaign = run(
                byScore(0, Strategy.BEST_WORST),
                task("same", rated("It is  four.", 5), rated("it is four. ", 1)),
                task("other", rated("Four", 5), rated("four", 1), rated("Five", 2)));

        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("identical");
        assertThat(campaign.accepted(STAGE))
                .extracting(PreferenceStageTest::pair)
                .containsExactly("other: Four > Five");
    }

    @Test
    void makesAChildOfEachFurtherPair() {
        PreferenceSettings settings = byScore(0, Strategy.ALL);
        Sample parent = task("s", rated("a", 3), rated("b", 1), rated("c", 5));
        List<Sample> made = run(settings, parent).accepted(STAGE);

        assertThat(made)
                .extracting(sample -> pair(sample).substring(pair(sample).indexOf(' ')))
                .containsExactly(" c > b", " a > b", " c > a");
        assertThat(made).extracting(Sample::id).doesNotHaveDuplicates();
        assertThat(made.get(0).id()).isEqualTo("s");
        assertThat(made.get(1).provenance().parents()).containsExactly("s");
        assertThat(made.get(2).provenance().operations()).containsExactly("preference/pair-3");
        assertThat(run(settings, parent).accepted(STAGE)).isEqualTo(made);
    }

    @Test
    void drawsTheRejectedAnswerByTheSample() {
        PreferenceSettings settings = byScore(0, Strategy.BEST_RANDOM);
        Sample[] pool = IntStream.range(0, 40)
                .mapToObj(i -> task("s" + i, rated("a", 2), rated("b", 5), rated("c", 1), rated("d", 3)))
                .toArray(Sample[]::new);
        List<Sample> made = run(settings, pool).accepted(STAGE);

        assertThat(made)
                .hasSize(40)
                .allSatisfy(sample -> assertThat(sample.answers().get(0).text()).isEqualTo("b"));
        assertThat(made)
                .extracting(sample -> sample.answers().get(1).text())
                .contains("a", "c", "d")
                .doesNotContain("b");
        assertThat(run(settings, pool).accepted(STAGE)).isEqualTo(made);
    }

    @Test
    void prefersWhatIsVerified() {
        Verdict wrong = Verdict.failed("verify/math", "wrong-answer", null);
        Verdict right = Verdict.passed("verify/math", null, null);
        Verdict unknown = Verdict.undecided("verify/math", "unparsable", null);
        StageCampaign campaign = run(
                from(Source.VERDICT),
                task("s", answer("a", unknown), answer("b", wrong), answer("c", right)),
                task("allRight", answer("a", right), answer("b", right), answer("c", unknown)));

        assertThat(campaign.accepted(STAGE))
                .extracting(PreferenceStageTest::pair)
                .containsExactly("s: c > b");
        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("no-pair");
    }

    @Test
    void prefersTheEvolvedAnswer() {
        StageCampaign campaign =
                run(from(Source.EVOLVED), task("s", answer("draft"), answer("better"), answer("best")));

        assertThat(campaign.accepted(STAGE))
                .extracting(PreferenceStageTest::pair)
                .containsExactly("s: best > draft");
    }

    @Test
    void keepsThePairThatWasGiven() {
        Answer good = answer("good").marked(Mark.CHOSEN);
        Answer bad = answer("bad").marked(Mark.REJECTED);
        StageCampaign campaign = run(
                from(Source.GIVEN), task("s", answer("other"), bad, good), task("half", good), task("same", good, bad));

        assertThat(campaign.accepted(STAGE))
                .extracting(PreferenceStageTest::pair)
                .containsExactly("s: good > bad", "same: good > bad");
        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("no-pair");
    }

    @Test
    void marksAnswersOneByOne() {
        PreferenceSettings settings =
                new PreferenceSettings(Source.SCORE, null, null, null, 1, Strategy.BEST_WORST, 10, Form.BINARY, 4.0);
        StageCampaign campaign = run(
                settings,
                task("s", rated("a", 4), rated("b", 3.5), rated("c", 3), answer("d")),
                task("near", rated("a", 3.5)),
                task("unrated", answer("a")));

        assertThat(campaign.accepted(STAGE))
                .extracting(Sample::answers)
                .containsExactly(
                        List.of(rated("a", 4).marked(Mark.CHOSEN), rated("c", 3).marked(Mark.REJECTED)));
        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("tied", "unrated");
    }

    private StageCampaign run(PreferenceSettings settings, Sample... pool) {
        StageCampaign campaign = new StageCampaign(workspace, Provider.EMBEDDED)
                .open(STAGE, settings, List.of(sample("seed", "Seed", "label")), List.of(pool));
        campaign.run(STAGE, settings, 1);
        return campaign;
    }

    private static PreferenceSettings byScore(double margin, Strategy strategy) {
        return new PreferenceSettings(Source.SCORE, null, null, null, margin, strategy, 10, Form.PAIR, null);
    }

    private static PreferenceSettings from(Source source) {
        return new PreferenceSettings(source, null, null, null, 0, Strategy.BEST_WORST, 10, Form.PAIR, null);
    }

    private static String pair(Sample sample) {
        return sample.id() + ": " + sample.answers().get(0).text() + " > "
                + sample.answers().get(1).text();
    }

    private static Sample task(String id, Answer... answers) {
        return sample(id, "Do " + id, null).answered(List.of(answers));
    }

    private static Answer rated(String text, double score) {
        return answer(text, judged("overall", score));
    }

    private static Verdict judged(String aspect, double score) {
        return Verdict.passed("judge/" + aspect, score, null);
    }

    private static Answer answer(String text, Verdict... verdicts) {
        return new Answer(text, null, null, null, null, List.of(verdicts));
    }
}
