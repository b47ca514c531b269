package dev.reflux.activities.dataset.merge;

import dev.reflux.activities.shard.Sample;
import dev.reflux.config.MergePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** What each step of a plan works on. */
    @FunctionalInterface
    public interface Grounds {
        MergeGround of(int number, MergePlan step);
    }

    private MergeChain() {}

    /**
     * Lets every step see the dataset and rule.
     *
     * @param grounds what a step of the plan works on, by its number from 1
     */
    public static MergeChain over(Source source, List<MergePlan> steps, Grounds grounds) {
        MergeChain chain = new MergeChain();
        for (MergePlan step : steps) {
            MergeGround ground = grounds.of(chain.rulings.size() + 1, step);
            try (MergePass pass = MergeSteps.begin(step, ground)) {
                UnaryOperator<Sample> before = chain.judge();
                source.forEach(sample -> {
                    Sample judged = before.apply(sample);
                    if (judged.isAccepted()) {
                        pass.see(judged);
                    }
                });
                chain.rulings.add(pass.rule());
            }
        }
        return chain;
    }

    /**
     * What becomes of each sample: give it every sample, in the source's order. A sample comes back as the steps
     * leave it or, where one of them rejects it, rejected.
     */
    public UnaryOperator<Sample> judge() {
        List<Ruling> before = List.copyOf(rulings);
        int[] places = new int[before.size()];
        return sample -> {
            Sample left = sample;
            for (int step = 0; step < places.length; step++) {
                Ruling ruling = before.get(step);
                int place = places[step]++;
                Ruling.Rejection rejection = ruling.at(place);
                if (rejection != null) {
                    return rejection.of(left);
                }
                left = ruling.kept(place, left);
            }
            return left;
        };
    }

    /** What the step of a number, from 1, found beside its rejections. */
    public Optional<Object> findings(int number) {
        return rulings.get(number - 1).findings();
    }
}
