package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.shard.SampleId;
import java.util.List;
import java.util.Random;

/** Draws one of several by weight; what it draws for depends on nothing but the parts it is seeded with. */
final class WeightedDraw {

    private WeightedDraw() {}

    /** Something that may be drawn, in proportion to its weight, above 0. */
    record Weighted<T>(T value, double weight) {}

    static <T> T draw(List<Weighted<T>> choices, String... seed) {
        double total = choices.stream().mapToDouble(Weighted::weight).sum();
        double point = new Random(Long.parseUnsignedLong(SampleId.of(seed), 16)).nextDouble() * total;
        for (Weighted<T> choice : choices) {
            point -= choice.weight();
            if (point < 0) {
                return choice.value();
            }
        }
        return choices.get(choices.size() - 1).value();
    }
}
