package dev.reflux.activities.stage.confidencefilter;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.Preparation;
import dev.reflux.config.StageSettings;
import java.util.List;

/** What the confidence filter accepts: exactly one of {@code threshold}, {@code keepPerClass}, {@code targetPrecision}. */
public record ConfidenceFilterSettings(
        @Key(value = "Accept from this confidence on.", otherwise = Key.ABSENT, least = 0, most = 1)
        Double threshold,

        @Key(
                value = "Share of the most confident to accept of each label, by round; the last one repeats.",
                otherwise = Key.ABSENT)
        List<Double> keepPerClass,

        @Key(
                value = "Accept as many as this precision allows, estimated on judged samples.",
                otherwise = Key.ABSENT,
                least = 0,
                most = 1)
        Double targetPrecision,

        @Key(value = "Confidence with which targetPrecision is reached.", otherwise = "0.95", least = 0.5, most = 0.999)
        double confidenceLevel)
        implements StageSettings {

    public ConfidenceFilterSettings {
        int given = (threshold == null ? 0 : 1) + (keepPerClass == null ? 0 : 1) + (targetPrecision == null ? 0 : 1);
        if (given != 1) {
            throw new InvalidSettingException(
                    "confidence-filter",
                    "needs exactly one of threshold, keepPerClass and targetPrecision",
                    given + " of them",
                    "write for example targetPrecision: 0.95");
        }
        if (keepPerClass != null) {
            keepPerClass = List.copyOf(keepPerClass);
            requireShares(keepPerClass);
        }
    }

    /** Share of each label to accept in a round, from 1. */
    double shareIn(int round) {
        return keepPerClass.get(Math.min(round, keepPerClass.size()) - 1);
    }

    @Override
    public Preparation preparation() {
        return threshold == null ? Preparation.AFTER_ALL_SHARDS : Preparation.NONE;
    }

    private static void requireShares(List<Double> shares) {
        boolean valid = !shares.isEmpty() && shares.stream().allMatch(share -> share > 0 && share <= 1);
        if (!valid) {
            throw new InvalidSettingException(
                    "keepPerClass",
                    "must be a list of shares above 0 and up to 1",
                    shares.toString(),
                    "write for example [0.25, 0.5, 0.75, 1.0]");
        }
    }
}
