package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.confidence.JudgedConfidence;
import java.util.List;

/** Turns raw confidence into a probability of being right. */
interface ConfidenceScale {

    /** Fits on raw confidences whose truth is known; without any it changes nothing. */
    Calibration fit(List<JudgedConfidence> raw);

    /** The probability, in [0, 1], that a label of this raw confidence is right. */
    double calibrated(double raw, Calibration by);
}
