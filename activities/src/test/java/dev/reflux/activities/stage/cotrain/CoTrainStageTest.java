package dev.reflux.activities.stage.cotrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.learning.MemoryContext;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.shard.Samples;
import dev.reflux.activities.stage.cotrain.CoTrainSettings.Disagreement;
import dev.reflux.activities.student.Student;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoTrainStageTest {

    private static final CoTrainStage STAGE = new CoTrainStage();
    private static final CoTrainSettings COMBINE = new CoTrainSettings(1, Disagreement.COMBINE);
    private static final CoTrainSettings REJECT = new CoTrainSettings(1, Disagreement.REJECT);
    private static final List<Candidate> RATHER_A = List.of(new Candidate("a", 0.6), new Candidate("b", 0.4));
    private static final List<Candidate> SURELY_A = List.of(new Candidate("a", 0.9), new Candidate("b", 0.1));
    private static final List<Candidate> SURELY_B = List.of(new Candidate("b", 0.9), new Candidate("a", 0.1));

    @TempDir
    Path root;

    @Test
    void letsEverythingThroughBeforeThereIsAStudent() {
        MemoryContext context = context(1);
        STAGE.prepare(context, COMBINE);
        List<Sample> samples = List.of(Samples.viewed("1", "one", RATHER_A));
        assertThat(STAGE.process(samples, context, COMBINE)).isEqualTo(samples);
        assertThat(context.calibration()).isEmpty();
    }

    @Test
    void takesTheLabelThatIsMostProbableUnderBoth() {
        // a: 0.6 * 0.1, b: 0.4 * 0.9, so b with 0.36 of 0.42; but the teacher alone gives it 0.4.
        Sample joined = join(RATHER_A, SURELY_B, COMBINE);
        assertThat(joined.label()).isEqualTo("b");
        assertThat(joined.candidates().get(0).confidence()).isCloseTo(0.36 / 0.42, within(1e-9));
        assertThat(joined.confidence()).isCloseTo(0.4, within(1e-9));
        assertThat(joined.provenance().stage()).isEqualTo("co-train");
        assertThat(joined.provenance().round()).isEqualTo(2);
    }

    @Test
    void aStudentNeverAddsToTheTeachersConfidence() {
        assertThat(join(RATHER_A, SURELY_A, COMBINE).confidence()).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void aStudentsDoubtTakesFromIt() {
        // a: 0.9 * 0.4, b: 0.1 * 0.6.
        List<Candidate> rather = List.of(new Candidate("b", 0.6), new Candidate("a", 0.4));
        assertThat(join(SURELY_A, rather, COMBINE).confidence()).isCloseTo(0.36 / 0.42, within(1e-9));
    }

    @Test
    void rejectsDisagreementWhereToldTo() {
        Sample joined = join(RATHER_A, SURELY_B, REJECT);
        assertThat(joined.isAccepted()).isFalse();
        assertThat(joined.reason()).isEqualTo("teacher-student-disagreement");
        assertThat(join(RATHER_A, SURELY_A, REJECT).isAccepted()).isTrue();
    }

    @Test
    void calibratesTheJoinedViewOnSeedsThatNeitherKnew() {
        List<JudgedOpinion> seen = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            seen.add(new JudgedOpinion("seed-" + i, i < 7 ? "a" : "b", SURELY_A));
        }
        MemoryContext context = context(2).with(new Fixed(SURELY_A, seen)).with(Calibration.ofCalibrated(2, seen));
        STAGE.prepare(context, COMBINE);
        Calibration left = context.calibration().orElseThrow();
        // The product's odds of 81 must become odds of 7/3, whatever both believe.
        assertThat(left.temperature()).isCloseTo(Math.log(81) / Math.log(7.0 / 3), within(0.001));
        assertThat(left.judged()).hasSize(10).allSatisfy(judged -> assertThat(judged.confidence())
                .isCloseTo(0.7, within(0.001)));
        assertThat(left.judged()).filteredOn(judged -> judged.correct()).hasSize(7);
    }

    private Sample join(List<Candidate> teachers, List<Candidate> students, CoTrainSettings settings) {
        MemoryContext context = context(2).with(new Fixed(students, List.of()));
        STAGE.prepare(context, settings);
        return STAGE.process(List.of(Samples.viewed("1", "one", teachers)), context, settings)
                .get(0);
    }

    private MemoryContext context(int round) {
        return new MemoryContext(round, List.of("a", "b"), root.resolve("co-train.json"));
    }

    private record Fixed(List<Candidate> candidates, List<JudgedOpinion> seedOpinions) implements Student {

        @Override
        public List<Candidate> classify(String text, int most) {
            return candidates;
        }
    }
}
