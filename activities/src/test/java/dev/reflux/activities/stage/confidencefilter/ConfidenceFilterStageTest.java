package dev.reflux.activities.stage.confidencefilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.confidence.JudgedConfidence;
import dev.reflux.activities.learning.MemoryContext;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Samples;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Preparation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfidenceFilterStageTest {

    private static final ConfidenceFilterStage STAGE = new ConfidenceFilterStage();
    private static final List<Sample> SAMPLES = List.of(
            Samples.labelled("1", "one", "a", 0.9),
            Samples.labelled("2", "two", "a", 0.8),
            Samples.labelled("3", "three", "a", 0.8),
            Samples.labelled("4", "four", "a", 0.2),
            Samples.labelled("5", "five", "b", 0.3));

    @TempDir
    Path root;

    @Test
    void acceptsFromTheThresholdOn() {
        ConfidenceFilterSettings settings = new ConfidenceFilterSettings(0.8, null, null, 0.95);
        assertThat(settings.preparation()).isEqualTo(Preparation.NONE);
        List<Sample> decided = STAGE.process(SAMPLES, context(1), settings);
        assertThat(accepted(decided)).containsExactly("1", "2", "3");
        assertThat(decided.get(3).reason()).isEqualTo("below-threshold");
    }

    @Test
    void keepsItsShareOfEveryLabelAndBreaksTiesById() {
        ConfidenceFilterSettings settings = shares(0.5, 1.0);
        assertThat(settings.preparation()).isEqualTo(Preparation.AFTER_ALL_SHARDS);
        List<Sample> decided = prepareAndProcess(context(1), settings);
        assertThat(accepted(decided)).containsExactly("1", "2", "5");
        assertThat(decided.get(2).reason()).isEqualTo("below-class-threshold");
    }

    @Test
    void keepsTheSameSamplesInWhateverOrderTheyCome() {
        List<Sample> reversed = new ArrayList<>(SAMPLES);
        Collections.reverse(reversed);
        MemoryContext context = context(1).with(shards(reversed));
        assertThat(accepted(prepareAndProcess(context, shares(0.5)))).containsExactly("1", "2", "5");
    }

    @Test
    void repeatsTheLastShareInLaterRounds() {
        assertThat(accepted(prepareAndProcess(context(7), shares(0.25, 1.0)))).hasSize(5);
    }

    @Test
    void acceptsWhatReachesTheTargetPrecisionAndWritesDownWhy() {
        MemoryContext context = context(1).with(judged(60, 0.8, true));
        List<Sample> decided = prepareAndProcess(context, target(0.95));
        assertThat(accepted(decided)).containsExactly("1", "2", "3");
        assertThat(decided.get(4).reason()).isEqualTo("below-target-precision");
        FilterPreparation found = new JsonDocument(context.preparation()).read(FilterPreparation.class);
        assertThat(found.precision().bound()).isCloseTo(Math.pow(0.05, 1.0 / 60), within(1e-9));
        assertThat(found.input()).isEqualTo(5);
        assertThat(found.accepted()).isEqualTo(3);
        assertThat(found.meanConfidence()).isCloseTo(2.5 / 3, within(1e-9));
    }

    @Test
    void acceptsNothingWhereNoThresholdReachesTheTarget() {
        MemoryContext context = context(1).with(judged(20, 0.8, true));
        assertThat(accepted(prepareAndProcess(context, target(0.95)))).isEmpty();
        assertThat(new JsonDocument(context.preparation())
                        .read(FilterPreparation.class)
                        .finding())
                .contains("no threshold reaches precision 0.9500")
                .contains("20 of 20 judged right");
    }

    @Test
    void needsACalibrationToAimAtAPrecision() {
        assertThatThrownBy(() -> STAGE.prepare(context(1), target(0.95)))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("pseudo-label");
    }

    @Test
    void takesExactlyOneRule() {
        assertThatThrownBy(() -> new ConfidenceFilterSettings(null, null, null, 0.95))
                .isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> new ConfidenceFilterSettings(0.5, null, 0.9, 0.95))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("exactly one");
        assertThatThrownBy(() -> shares(0.5, 0)).hasMessageContaining("keepPerClass");
    }

    private List<Sample> prepareAndProcess(MemoryContext context, ConfidenceFilterSettings settings) {
        STAGE.prepare(context, settings);
        return STAGE.process(SAMPLES, context, settings);
    }

    private MemoryContext context(int round) {
        return new MemoryContext(round, List.of("a", "b"), root.resolve("preparation.json")).with(shards(SAMPLES));
    }

    private ShardSet shards(List<Sample> samples) {
        ShardSet shards = new LocalWorkspace(root).folder("campaign").pool();
        shards.write(1, samples);
        return shards;
    }

    private static ConfidenceFilterSettings shares(double... shares) {
        return new ConfidenceFilterSettings(null, Arrays.stream(shares).boxed().toList(), null, 0.95);
    }

    private static ConfidenceFilterSettings target(double precision) {
        return new ConfidenceFilterSettings(null, null, precision, 0.95);
    }

    private static Calibration judged(int times, double confidence, boolean correct) {
        return new Calibration(1, Collections.nCopies(times, new JudgedConfidence("a", confidence, correct)));
    }

    private static List<String> accepted(List<Sample> decided) {
        return decided.stream().filter(Sample::isAccepted).map(Sample::id).toList();
    }
}
