package dev.reflux.activities.stage;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.Preparation;
import dev.reflux.config.Provider;
import dev.reflux.config.StageSettings;
import dev.reflux.workflows.round.StageReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageRunTest {

    private static final String STAGE = "keep-long";
    private static final List<Sample> POOL = List.of(sample("a", "longer", null), sample("b", "no", null));

    @TempDir
    Path workspace;

    private final KeepLong stage = new KeepLong();
    private StageCampaign campaign;

    /** Rejects texts of fewer characters. */
    record LengthSettings(int least) implements StageSettings {

        @Override
        public Preparation preparation() {
            return Preparation.AT_ROUND_START;
        }
    }

    private static final class KeepLong implements Stage<LengthSettings> {

        private int runs;
        private int preparations;
        private String prompt = "first wording";
        private UnaryOperator<List<Sample>> misbehaviour = UnaryOperator.identity();

        @Override
        public String name() {
            return STAGE;
        }

        @Override
        public Class<LengthSettings> settings() {
            return LengthSettings.class;
        }

        @Override
        public String madeWith(CampaignPlan plan, LengthSettings settings) {
            return prompt;
        }

        @Override
        public void prepare(StageContext context, LengthSettings settings) {
            preparations++;
            context.leave(new Calibration(1, List.of()));
            new JsonDocument(context.preparation()).write("prepared");
        }

        @Override
        public List<Sample> process(List<Sample> samples, StageContext context, LengthSettings settings) {
            runs++;
            return misbehaviour.apply(samples.stream()
                    .map(sample -> sample.text().length() < settings.least() ? sample.rejected("too-short") : sample)
                    .toList());
        }
    }

    @BeforeEach
    void open() {
        campaign = new StageCampaign(workspace, Provider.OPENAI)
                .with(stage)
                .open(STAGE, new LengthSettings(3), List.of(sample("s", "seed", "any")), POOL);
        campaign.run(STAGE, new LengthSettings(3), 0);
    }

    @Test
    void leavesWhatWasAcceptedAndWhatWasRejected() {
        StageReport report = campaign.run(STAGE, new LengthSettings(3), 1);

        assertThat(report.stage()).isEqualTo(1);
        assertThat(report.shard()).isEqualTo(1);
        assertThat(report.tally().accepted()).isEqualTo(1);
        assertThat(report.tally().rejected()).containsOnlyKeys("too-short");
        assertThat(campaign.accepted(STAGE)).extracting(Sample::id).containsExactly("a");
        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("too-short");
        assertThat(campaign.accepted(STAGE).get(0).provenance().stage()).isEqualTo(STAGE);
    }

    @Test
    void doesNotMakeAFinishedShardAgain() {
        StageReport first = campaign.run(STAGE, new LengthSettings(3), 1);
        StageReport second = campaign.run(STAGE, new LengthSettings(3), 1);

        assertThat(second).isEqualTo(first);
        assertThat(stage.runs).isEqualTo(1);
    }

    @Test
    void makesAShardAgainFromAnotherInputOtherSettingsOrAnotherPreparation() {
        campaign.run(STAGE, new LengthSettings(3), 1);

        campaign.folder().pool().write(1, List.of(POOL.get(0)));
        assertThat(campaign.run(STAGE, new LengthSettings(3), 1).tally().input())
                .isEqualTo(1);
        campaign.plan(STAGE, new LengthSettings(100));
        assertThat(campaign.run(STAGE, new LengthSettings(100), 1).tally().accepted())
                .isZero();
        new JsonDocument(campaign.folder().preparation(1, 1, STAGE)).write("otherwise");
        campaign.run(STAGE, new LengthSettings(100), 1);
        new JsonDocument(campaign.folder().calibration(1, 1, STAGE)).write(new Calibration(2, List.of()));
        campaign.run(STAGE, new LengthSettings(100), 1);

        assertThat(stage.runs).isEqualTo(5);
    }

    @Test
    void makesShardAndPreparationAgainUnderAnotherPrompt() {
        campaign.run(STAGE, new LengthSettings(3), 1);
        stage.prompt = "other wording";

        campaign.run(STAGE, new LengthSettings(3), 0);
        campaign.run(STAGE, new LengthSettings(3), 1);

        assertThat(stage.preparations).isEqualTo(2);
        assertThat(stage.runs).isEqualTo(2);
    }

    @Test
    void makesAShardAgainWhoseFileIsBroken() throws IOException {
        campaign.run(STAGE, new LengthSettings(3), 1);
        Path folder = campaign.folder().preparation(1, 1, STAGE).getParent();
        Files.write(folder.resolve("shard-00001.jsonl.zst"), "broken".getBytes(StandardCharsets.UTF_8));

        campaign.run(STAGE, new LengthSettings(3), 1);

        assertThat(stage.runs).isEqualTo(2);
        assertThat(campaign.accepted(STAGE)).hasSize(1);
    }

    @Test
    void doesNotPrepareTwiceUnlessSeedsOrFilesChanged() throws IOException {
        campaign.run(STAGE, new LengthSettings(3), 0);
        assertThat(stage.preparations).isEqualTo(1);

        Files.delete(campaign.folder().calibration(1, 1, STAGE));
        campaign.run(STAGE, new LengthSettings(3), 0);
        assertThat(stage.preparations).isEqualTo(2);

        campaign.folder().seeds().write(1, List.of(sample("t", "other seed", "any")));
        campaign.run(STAGE, new LengthSettings(3), 0);
        assertThat(stage.preparations).isEqualTo(3);
    }

    @Test
    void holdsAStageToItsContract() {
        breaks(samples -> samples.subList(0, 1), "must return every sample it was given, or one made from it");
        breaks(samples -> List.of(samples.get(0), samples.get(1), samples.get(0)), "must return each sample once");
        breaks(
                samples -> samples.stream()
                        .map(sample -> sample.rejected("Too short!"))
                        .toList(),
                "must give a kebab-case reason to each sample it rejects and to no other, got Too short!");
        breaks(
                samples -> samples.stream().map(sample -> sample.rejected(null)).toList(),
                "must give a kebab-case reason");
    }

    @Test
    void takesSamplesThatAStageMakesOfThoseItWasGiven() {
        stage.misbehaviour = samples -> samples.stream()
                .flatMap(sample -> Stream.of(sample.child("a", "split/first"), sample.child("b", "split/second")))
                .toList();

        StageReport report = campaign.run(STAGE, new LengthSettings(3), 1);

        assertThat(report.tally().input()).isEqualTo(2);
        assertThat(report.tally().accepted()).isEqualTo(4);
        assertThat(campaign.accepted(STAGE))
                .allSatisfy(sample -> assertThat(sample.provenance().parents()).hasSize(1))
                .extracting(Sample::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void doesNotMixTwoCampaignsOfOneName() {
        campaign.plan(STAGE, new LengthSettings(4));

        assertThatThrownBy(() -> campaign.run(STAGE, new LengthSettings(3), 1))
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageContaining("restore the plan that this campaign was started with");
    }

    @Test
    void doesNotRunAnotherStageThanThePlanHas() {
        assertThatThrownBy(() -> campaign.run("pseudo-label", new LengthSettings(3), 1))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessage(
                        "Stage 1 of campaign support must be keep-long as in its plan, got a request for pseudo-label");
    }

    @Test
    void doesNotWorkOnAShardThatIsMissing() {
        assertThatThrownBy(() -> campaign.run(STAGE, new LengthSettings(3), 7))
                .isInstanceOf(ShardCorruptException.class);
    }

    @Test
    void nothingIsLeftByAStageThatWasStopped() {
        StageRun run = new StageRun(campaign, List.of(stage));

        assertThatThrownBy(() -> run.run(STAGE, campaign.request(new LengthSettings(3), 1), (done, total) -> {
                    throw new IllegalStateException("no longer wanted");
                }))
                .hasMessage("no longer wanted");

        assertThat(campaign.folder().accepted(1, 1, STAGE).count()).isZero();
        assertThat(stage.runs).isZero();
    }

    private void breaks(UnaryOperator<List<Sample>> misbehaviour, String message) {
        stage.misbehaviour = misbehaviour;
        assertThatThrownBy(() -> campaign.run(STAGE, new LengthSettings(3), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
        assertThat(campaign.folder().accepted(1, 1, STAGE).count()).isZero();
    }
}
