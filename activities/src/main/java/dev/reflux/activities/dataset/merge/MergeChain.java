package dev.reflux.activities.dataset.merge;

import dev.reflux.activities.shard.Sample;
import dev.reflux.config.MergePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The steps of a plan, one after the other over the same dataset: each sees what those before it have let pass. */
public final class MergeChain {

    private final List<Ruling> rulings = new ArrayList<>();

    /** A dataset that can be gone through several times, each time in the same order. */
    @FunctionalInterface
    public interface Source {
        void forEach(Consumer<Sample> consumer);
    }

    private MergeChain() {}

    /**
     * Lets every step see the dataset and rule.
     *
     * @param scratch folder below which each step has one of its own
     */
    public static MergeChain over(Source source, List<MergePlan> steps, Path scratch) {
        MergeChain chain = new MergeChain();
        for (MergePlan step : steps) {
            Path own = scratch.resolve(chain.rulings.size() + 1 + "-" + step.name());
            try (MergePass pass = MergeSteps.begin(step, own)) {
                UnaryOperator<Sample> before = chain.judge();
                source.forEach(sample -> {
                    if (before.apply(sample).isAccepted()) {
                        pass.see(sample);
                    }
                });
                chain.rulings.add(pass.rule());
            }
        }
        return chain;
    }

    /**
     * What becomes of each sample: give it every sample, in the source's order. A sample comes back as it is or, where a
     * step rejects it, rejected.
     */
    public UnaryOperator<Sample> judge() {
        List<Ruling> before = List.copyOf(rulings);
        int[] places = new int[before.size()];
        return sample -> {
            for (int step = 0; step < places.length; step++) {
                Ruling.Rejection rejection = before.get(step).at(places[step]++);
                if (rejection != null) {
                    return rejection.of(sample);
                }
            }
            return sample;
        };
    }
}
