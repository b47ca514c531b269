package dev.reflux.activities.stage.selfconsistency;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.selfconsistency.SelfConsistencySettings.Parse;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfConsistencyStageTest {

    private static final String STAGE = SelfConsistencyStage.NAME;
    private static final String UNREADABLE = "I would rather not say what that comes to, sorry about it, really sorry.";

    @TempDir
    Path workspace;

    @Test
    void concludesWhatMostAnswersSayWithTheirShareOfTheVotes() {
        Sample voted = run(settings(0), task("s", "so 18", UNREADABLE, "so 17", "18.0", "$18"))
                .accepted(STAGE)
                .get(0);

        assertThat(voted.label()).isEqualTo("18");
        assertThat(voted.confidence()).isEqualTo(0.75);
    }

    @Test
    void leavesAVerdictOnEveryAnswer() {
        Sample voted = run(settings(0), task("s", "so 18", UNREADABLE, "so 17", "18.0", "$18"))
                .accepted(STAGE)
                .get(0);

        assertThat(voted.answers().stream()
                        .flatMap(answer -> answer.verdicts().stream())
                        .toList())
                .containsExactly(
                        Verdict.passed("self-consistency", 0.75, null),
                        Verdict.undecided("self-consistency", "unparsable", null),
                        new Verdict("self-consistency", Outcome.FAILED, 0.25, "disagrees", null),
                        Verdict.passed("self-consistency", 0.75, null),
                        Verdict.passed("self-consistency", 0.75, null));
    }

    @Test
    void rejectsWhatNobodyAgreesOn() {
        StageCampaign campaign = run(
                settings(0.6),
                task("tied", "1", "2", "1", "2", "3"),
                task("unreadable", UNREADABLE, UNREADABLE),
                task("single", "1", UNREADABLE),
                task("bare"),
                task("low", "1", "1", "2", "3"),
                task("high", "1", "1", "1", "2", "3"));

        assertThat(campaign.rejected(STAGE))
                .extracting(sample -> sample.id() + ": " + sample.reason())
                .containsExactly(
                        "tied: tied",
                        "unreadable: unparsable",
                        "single: too-few-votes",
                        "bare: no-answer",
                        "low: below-share");
        assertThat(campaign.rejected(STAGE).get(4).confidence()).isEqualTo(0.5);
        assertThat(campaign.accepted(STAGE)).extracting(Sample::id).containsExactly("high");
    }

    @Test
    void aPatternBelongsToRegexAndMustBeOne() {
        assertThatThrownBy(() -> new SelfConsistencySettings(Parse.REGEX, "answer", null, 0, 2))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("pattern must be given where parse is regex, got none");
        assertThatThrownBy(() -> new SelfConsistencySettings(null, "answer", "x", 0, 2))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("pattern must be left out unless parse is regex, got x");
        assertThatThrownBy(() -> new SelfConsistencySettings(Parse.REGEX, "answer", "(", 0, 2))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("pattern must be a regular expression");
    }

    private StageCampaign run(SelfConsistencySettings settings, Sample... pool) {
        StageCampaign campaign = new StageCampaign(workspace, Provider.EMBEDDED)
                .open(STAGE, settings, List.of(sample("seed", "Seed", "label")), List.of(pool));
        campaign.run(STAGE, settings, 1);
        return campaign;
    }

    private static SelfConsistencySettings settings(double least) {
        return new SelfConsistencySettings(null, "answer", null, least, 2);
    }

    private static Sample task(String id, String... answers) {
        return sample(id, "Solve " + id, null)
                .answered(Stream.of(answers)
                        .map(text -> Answer.of(text, null, null, null))
                        .toList());
    }
}
