package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.confidence.JudgedConfidence;
import java.util.List;

/** Placeholder seam. */
final class TemperatureScale implements ConfidenceScale {

    @Override
    public Calibration fit(List<JudgedConfidence> raw) {
        return new Calibration(1, raw);
    }

    @Override
    public double calibrated(double raw, Calibration by) {
        return raw;
    }
}
