package dev.reflux.activities.stage.generate.grid;

import dev.reflux.config.InvalidSettingException;
import java.util.List;
import java.util.Random;

/** Texts, some likelier than others. */
final class WeightedTexts {

    private WeightedTexts() {}

    /** Refuses weights that do not fit their texts. */
    static void require(List<String> texts, List<Double> weights, String key) {
        boolean isFit = weights.isEmpty()
                || weights.size() == texts.size()
                        && weights.stream().mapToDouble(Double::doubleValue).sum() > 0;
        if (texts.isEmpty() || !isFit) {
            throw new InvalidSettingException(
                    key,
                    "must be at least one value, with no weights or one for each, not all 0",
                    texts.size() + " values, weights " + weights,
                    "write a weight for each value, or none");
        }
    }

    static String draw(List<String> texts, List<Double> weights, Random random) {
        if (weights.isEmpty()) {
            return texts.get(random.nextInt(texts.size()));
        }
        double left = random.nextDouble()
                * weights.stream().mapToDouble(Double::doubleValue).sum();
        int last = 0;
        for (int at = 0; at < texts.size(); at++) {
            if (weights.get(at) > 0) {
                last = at;
                left -= weights.get(at);
                if (left < 0) {
                    return texts.get(at);
                }
            }
        }
        return texts.get(last);
    }
}
