package dev.reflux.activities.confidence;

import dev.reflux.activities.shard.Sample.Candidate;
import java.util.List;

/**
 * Turns a model's raw confidence into a probability of being right, fitted on gold (temperature scaling, Guo et al. 2017).
 *
 * @param temperature divides the logits; 1 leaves the confidence as it is
 * @param labels number of labels there are, over which probability outside the candidates is spread
 * @param judged calibrated confidences of samples with known truth that the model was not fitted on, by which precision
 *     is estimated
 * @param opinions the calibrated candidates behind {@code judged}, for a later stage that combines them with another
 *     view; empty where the model gives none
 */
public record Calibration(double temperature, int labels, List<JudgedConfidence> judged, List<JudgedOpinion> opinions) {

    public Calibration {
        judged = List.copyOf(judged);
        opinions = List.copyOf(opinions);
    }

    /** A calibration of lone confidences: there is nothing to be combined with another view. */
    public Calibration(double temperature, List<JudgedConfidence> judged) {
        this(temperature, 0, judged, List.of());
    }

    /** One that leaves opinions as they are. */
    public static Calibration ofCalibrated(int labels, List<JudgedOpinion> opinions) {
        return new Calibration(
                1, labels, opinions.stream().map(JudgedOpinion::judged).toList(), opinions);
    }

    /** Raw candidates, best first, under their calibrated probabilities; their order stays. */
    public List<Candidate> apply(List<Candidate> raw) {
        return LabelDistribution.of(raw, labels).atTemperature(temperature).candidates();
    }
}
