package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.confidence.JudgedConfidence;
import java.util.List;

/**
 * Temperature scaling of the confidence in a label (Guo et al. 2017): its logit is divided by the temperature under which
 * rights and wrongs are most likely.
 */
final class TemperatureScale implements ConfidenceScale {

    /** A raw confidence of 0 or 1 has no logit; this is as sure as a model is believed to be. */
    private static final double SUREST = 1 - 1e-6;

    private static final double LEAST = 0.05;
    private static final double MOST = 20;
    private static final int HALVINGS = 60;

    @Override
    public Calibration fit(List<JudgedConfidence> raw) {
        boolean oneSided =
                raw.stream().map(JudgedConfidence::correct).distinct().count() < 2;
        // Where everything is right, or wrong, the likeliest temperature is an extreme that means nothing.
        double temperature = oneSided ? 1 : likeliest(raw);
        return new Calibration(
                temperature,
                raw.stream()
                        .map(point -> new JudgedConfidence(
                                point.label(), scaled(point.confidence(), temperature), point.correct()))
                        .toList());
    }

    @Override
    public double calibrated(double raw, Calibration by) {
        return scaled(raw, by.temperature());
    }

    /** The loss is convex in 1/temperature, so a ternary search finds its least. */
    private static double likeliest(List<JudgedConfidence> raw) {
        double low = 1 / MOST;
        double high = 1 / LEAST;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double left = low + (high - low) / 3;
            double right = high - (high - low) / 3;
            if (loss(raw, 1 / left) <= loss(raw, 1 / right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return 2 / (low + high);
    }

    private static double loss(List<JudgedConfidence> raw, double temperature) {
        return raw.stream()
                .mapToDouble(point -> {
                    double probability = scaled(point.confidence(), temperature);
                    return -Math.log(point.correct() ? probability : 1 - probability);
                })
                .sum();
    }

    private static double scaled(double raw, double temperature) {
        double confidence = Math.min(SUREST, Math.max(1 - SUREST, raw));
        double logit = Math.log(confidence / (1 - confidence));
        double probability = 1 / (1 + Math.exp(-logit / temperature));
        return Math.min(SUREST, Math.max(1 - SUREST, probability));
    }
}
