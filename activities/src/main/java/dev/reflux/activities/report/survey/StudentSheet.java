package dev.reflux.activities.report.survey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.shard.JsonDocument;
import java.nio.file.Path;
import java.util.ArrayList;
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
        return evaluation.exists() ? Optional.of(of(evaluation.read(JsonNode.class))) : Optional.empty();
    }

    /** The sheet of a round that left no evaluation. */
    public static StudentSheet empty() {
        return new StudentSheet(null, null, List.of(), List.of(), List.of());
    }

    private static StudentSheet of(JsonNode file) {
        JsonNode baseline = file.path("baseline");
        List<ClassLine> classes = new ArrayList<>();
        file.path("classes").forEach(line -> classes.add(classLine(line)));
        List<Confusion> confusions = new ArrayList<>();
        file.path("confusions")
                .forEach(line -> confusions.add(new Confusion(
                        line.path("truth").asText(),
                        line.path("predicted").asText(),
                        line.path("count").asLong())));
        List<Reliability.Point> reliability = new ArrayList<>();
        file.path("reliability").forEach(bin -> addPoint(reliability, bin));
        return new StudentSheet(
                share(baseline.path("accuracy")), share(baseline.path("macroF1")), classes, confusions, reliability);
    }

    private static ClassLine classLine(JsonNode line) {
        return new ClassLine(
                line.path("label").asText(),
                line.path("support").asLong(),
                line.path("precision").asDouble(),
                line.path("recall").asDouble(),
                line.path("f1").asDouble());
    }

    private static void addPoint(List<Reliability.Point> points, JsonNode bin) {
        long count = bin.path("count").asLong();
        if (count > 0) {
            points.add(new Reliability.Point(
                    count,
                    bin.path("confidence").asDouble(),
                    bin.path("accuracy").asDouble()));
        }
    }

    private static Double share(JsonNode value) {
        return value.isNumber() ? Double.valueOf(value.asDouble()) : null;
    }
}
