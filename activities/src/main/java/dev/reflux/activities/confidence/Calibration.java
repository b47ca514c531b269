package dev.reflux.activities.confidence;

import java.util.List;

/**
 * Turns a model's raw confidence into a probability of being right, fitted on gold (temperature scaling, Guo et al. 2017).
 *
 * @param temperature divides the logits; 1 leaves the confidence as it is
 * @param judged calibrated confidences of samples with known truth that the model was not fitted on, by which precision
 *     is estimated
 */
public record Calibration(double temperature, List<JudgedConfidence> judged) {

    public Calibration {
        judged = List.copyOf(judged);
    }
}
