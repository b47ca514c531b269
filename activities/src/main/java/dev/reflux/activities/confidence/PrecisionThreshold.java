package dev.reflux.activities.confidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The lowest confidence above which labels can be trusted to be right often enough, as far as judged samples tell.
 *
 * @param threshold accept from this confidence on; null where no threshold reaches the target
 * @param judged judged samples at or above it
 * @param correct those of them that were right
 * @param estimate share of right ones among them
 * @param bound lower confidence bound of the precision; where no threshold reaches the target, the greatest there is
 */
public record PrecisionThreshold(Double threshold, int judged, int correct, double estimate, double bound) {

    /** Finds the threshold whose {@link PrecisionBound#lower} reaches a target. */
    public static PrecisionThreshold reaching(double target, double confidenceLevel, List<JudgedConfidence> judged) {
        List<JudgedConfidence> best = new ArrayList<>(judged);
        best.sort(Comparator.comparingDouble(JudgedConfidence::confidence).reversed());
        PrecisionThreshold found = null;
        PrecisionThreshold nearest = new PrecisionThreshold(null, 0, 0, 0, 0);
        int correct = 0;
        for (int i = 0; i < best.size(); i++) {
            correct += best.get(i).correct() ? 1 : 0;
            if (i + 1 < best.size()
                    && best.get(i + 1).confidence() == best.get(i).confidence()) {
                continue;
            }
            PrecisionThreshold here = at(best.get(i).confidence(), correct, i + 1, confidenceLevel);
            found = here.bound >= target ? here : found;
            nearest = here.bound > nearest.bound ? here : nearest;
        }
        return found != null ? found : nearest.unreached();
    }

    public boolean reached() {
        return threshold != null;
    }

    private static PrecisionThreshold at(double confidence, int correct, int judged, double confidenceLevel) {
        return new PrecisionThreshold(
                confidence,
                judged,
                correct,
                (double) correct / judged,
                PrecisionBound.lower(correct, judged, confidenceLevel));
    }

    private PrecisionThreshold unreached() {
        return new PrecisionThreshold(null, judged, correct, estimate, bound);
    }
}
