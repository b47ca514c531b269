package dev.reflux.activities.learning;

import dev.reflux.activities.learning.LearningLoop.Outcome;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.stage.confidencefilter.ConfidenceFilterSettings;
import dev.reflux.activities.stage.cotrain.CoTrainSettings;
import dev.reflux.activities.stage.cotrain.CoTrainSettings.Disagreement;
import dev.reflux.activities.student.StudentEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints what four rounds make of Banking77 with five seeds a label, by shares and by target precision, on three draws, with
 * the settings of the two examples. Run it from {@code activities/} with the test class path.
 */
public final class Banking77Benchmark {

    private static final int ROUNDS = 4;

    private Banking77Benchmark() {}

    public static void main(String[] arguments) throws IOException {
        if (!Banking77.isPresent()) {
            System.out.println("Skipped: Banking77 is absent; name its folder's parent in REFLUX_TEST_DATA");
            return;
        }
        System.out.println(
                "campaign        seed round accepted  share precision  pooled | student  gain   ECE  seconds");
        for (int randomSeed = 1; randomSeed <= 3; randomSeed++) {
            Banking77 data = Banking77.draw(randomSeed);
            Path root = Files.createTempDirectory("banking77");
            LearningLoop loop = new LearningLoop(root, data.seeds(), data.pool(), data.holdout(), data.gold());
            ConfidenceFilterSettings shares =
                    new ConfidenceFilterSettings(null, List.of(0.25, 0.5, 0.75, 1.0), null, 0.95);
            print("keepPerClass", randomSeed, loop, data, loop.run(ROUNDS, coTrain(0.1), shares));
            ConfidenceFilterSettings target = new ConfidenceFilterSettings(null, null, 0.95, 0.95);
            print("targetPrecision", randomSeed, loop, data, loop.run(ROUNDS, coTrain(0.5), target));
        }
    }

    private static CoTrainSettings coTrain(double studentWeight) {
        return new CoTrainSettings(studentWeight, Disagreement.COMBINE);
    }

    private static void print(
            String campaign, int randomSeed, LearningLoop loop, Banking77 data, List<Outcome> outcomes) {
        StudentEvaluation first = new JsonDocument(loop.folder().studentReport(1)).read(StudentEvaluation.class);
        double baseline = first.baseline().accuracy();
        System.out.printf("%-15s %4d  seeds %43.4f%n", campaign, randomSeed, baseline);
        for (Outcome outcome : outcomes) {
            System.out.printf(
                    "%-15s %4d %5d %8d %6.3f %9.4f %7.4f | %.4f %+.4f %.4f %5.1f%n",
                    campaign,
                    randomSeed,
                    outcome.round(),
                    outcome.accepted(),
                    (double) outcome.accepted() / data.pool().size(),
                    outcome.precision(),
                    outcome.pooled(),
                    outcome.student().holdoutAccuracy(),
                    outcome.student().holdoutAccuracy() - baseline,
                    outcome.student().calibrationError(),
                    outcome.seconds());
        }
    }
}
