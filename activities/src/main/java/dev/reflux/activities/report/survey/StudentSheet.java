package dev.reflux.activities.report.survey;

import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.student.Evaluation;
import dev.reflux.activities.student.Evaluation.LabelScore;
import dev.reflux.activities.student.StudentEvaluation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A student's evaluation, as its file shows it.
 *
 * @param baselineAccuracy accuracy on the holdout of a student trained on the seeds alone; null where not measured
 * @param baselineMacroF1 its macro-F1, or null
 * @param classes one line a label, in the order of the file
 * @param confusions wrong answers by true and predicted label, most frequent first
 * @param reliability the student's confidence beside its accuracy on the holdout
 */
public record StudentSheet(
        Double baselineAccuracy,
        Double baselineMacroF1,
        List<ClassLine> classes,
        List<Confusion> confusions,
        List<Reliability.Point> reliability) {
    /** How well one label is told from the others; shares in [0, 1]. */
    public record ClassLine(String label, long support, double precision, double recall, double f1) {}

    /** Holdout samples of one label that the student gave another. */
    public record Confusion(String truth, String predicted, long count) {}

    /** @return empty where the round has left no evaluation */
    public static Optional<StudentSheet> read(Path file) {
        JsonDocument evaluation = new JsonDocument(file);
        return evaluation.exists() ? Optional.of(of(evaluation.read(StudentEvaluation.class))) : Optional.empty();
    }

    /** The sheet of a round that left no evaluation. */
    public static StudentSheet empty() {
        return new StudentSheet(null, null, List.of(), List.of(), List.of());
    }

    private static StudentSheet of(StudentEvaluation student) {
        Evaluation holdout = student.holdout();
        Evaluation baseline = student.baseline();
        return new StudentSheet(
                baseline == null ? null : baseline.accuracy(),
                baseline == null ? null : baseline.macroF1(),
                holdout.labels().stream().map(StudentSheet::classLine).toList(),
                holdout.confusions().stream()
                        .map(one -> new Confusion(one.truth(), one.answer(), one.count()))
                        .toList(),
                holdout.bins().stream()
                        .map(bin -> new Reliability.Point(bin.count(), bin.meanConfidence(), bin.accuracy()))
                        .toList());
    }

    private static ClassLine classLine(LabelScore score) {
        return new ClassLine(score.label(), score.support(), score.precision(), score.recall(), score.f1());
    }
}
