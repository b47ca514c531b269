package dev.reflux.activities.stage.confidencefilter;

import dev.reflux.activities.confidence.PrecisionThreshold;
import java.util.List;

/**
 * What the preparation of {@code confidence-filter} found, for its shards and for the report.
 *
 * @param input samples that it looked at
 * @param accepted how many of them its thresholds accept
 * @param meanConfidence mean confidence of these: the precision that the calibration expects; null where there is none
 * @param targetPrecision the target, or null where shares are kept
 * @param precision the threshold with its estimate and bound, or null where shares are kept
 * @param labels thresholds by label, sorted; empty where a precision is aimed at
 * @param finding what came out, in words
 */
record FilterPreparation(
        long input,
        long accepted,
        Double meanConfidence,
        Double targetPrecision,
        PrecisionThreshold precision,
        List<LabelThreshold> labels,
        String finding) {

    /**
     * The last of a label's samples that is accepted.
     *
     * @param confidence accept above it
     * @param id of those with this very confidence, accept ids up to this one
     */
    record LabelThreshold(String label, double confidence, String id) {}

    FilterPreparation {
        labels = List.copyOf(labels);
    }
}
