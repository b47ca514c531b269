package dev.reflux.activities.confidence;

import dev.reflux.activities.shard.Sample.Candidate;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Fits the temperature under which a model's opinions make the truth most likely (Guo et al. 2017). Which label comes
 * first never changes.
 */
public final class Calibrator {

    /** Temperatures from 1/20 to 20: beyond these a confidence says nothing any more. */
    private static final double GREATEST_LOG_TEMPERATURE = Math.log(20);

    private static final double PRECISION = 1e-4;
    private static final double GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

    private Calibrator() {}

    /**
     * Fits on raw opinions of a model that was not trained on these samples.
     *
     * @param labels number of labels there are
     * @return temperature 1 where there is nothing to fit on: all right, all wrong, or none at all
     */
    public static Calibration fit(List<JudgedOpinion> raw, int labels) {
        double temperature =
                isOneSided(raw) ? 1 : StrictMath.exp(leastOf(log -> surprise(raw, labels, StrictMath.exp(log))));
        List<JudgedOpinion> calibrated = raw.stream()
                .map(opinion -> new JudgedOpinion(
                        opinion.id(),
                        opinion.truth(),
                        scaled(opinion.candidates(), labels, temperature).candidates()))
                .toList();
        List<JudgedConfidence> judged =
                calibrated.stream().map(JudgedOpinion::judged).toList();
        return new Calibration(temperature, labels, judged, calibrated);
    }

    /** Where all are right, or all wrong, the likeliest temperature is an extreme that means nothing. */
    private static boolean isOneSided(List<JudgedOpinion> raw) {
        return raw.stream()
                        .map(opinion -> opinion.judged().correct())
                        .distinct()
                        .count()
                < 2;
    }

    /** Mean negative log-likelihood of the truth. */
    private static double surprise(List<JudgedOpinion> raw, int labels, double temperature) {
        double sum = 0;
        for (JudgedOpinion opinion : raw) {
            sum -= StrictMath.log(
                    scaled(opinion.candidates(), labels, temperature).of(opinion.truth()));
        }
        return sum / raw.size();
    }

    private static LabelDistribution scaled(List<Candidate> candidates, int labels, double temperature) {
        return LabelDistribution.of(candidates, labels).atTemperature(temperature);
    }

    /** Golden-section search: the likelihood has one peak over the logarithm of the temperature. */
    private static double leastOf(DoubleUnaryOperator function) {
        double low = -GREATEST_LOG_TEMPERATURE;
        double high = GREATEST_LOG_TEMPERATURE;
        double left = high - GOLDEN_RATIO * (high - low);
        double right = low + GOLDEN_RATIO * (high - low);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        while (high - low > PRECISION) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN_RATIO * (high - low);
                atLeft = function.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN_RATIO * (high - low);
                atRight = function.applyAsDouble(right);
            }
        }
        return (low + high) / 2;
    }
}
