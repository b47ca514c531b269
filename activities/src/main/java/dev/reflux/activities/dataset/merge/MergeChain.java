package dev.reflux.activities.dataset.merge;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.SampleLine;
import dev.reflux.config.MergePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The steps of a plan, one after the other over the same dataset: each sees what those before it have let pass. */
public final class MergeChain implements AutoCloseable {

    private final List<MergePass> passes = new ArrayList<>();
    private final List<Ruling> rulings = new ArrayList<>();
    private final boolean rewrites;
    private int samples;

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

    /** Tells, sample by sample in the source's order, what the rulings of the first steps say. */
    private static final class Walk {

        private final List<Ruling> rulings;
        private final int[] places;

        Walk(List<Ruling> rulings) {
            this.rulings = List.copyOf(rulings);
            this.places = new int[rulings.size()];
        }

        /** What becomes of the next sample: as the steps leave it or, where one of them rejects it, rejected. */
        Sample judge(Sample sample) {
            Sample left = sample;
            for (int step = 0; step < places.length && left.isAccepted(); step++) {
                left = rulings.get(step).judged(places[step]++, left);
            }
            return left;
        }

        /** The same of a line, which is not read where the sample stays as it is and no step rewrites. */
        SampleLine judge(SampleLine line, boolean rewrites) {
            if (!rewrites) {
                Ruling.Rejection rejection = next();
                return rejection == null ? line : SampleLine.of(rejection.of(line.sample()));
            }
            Sample left = judge(line.sample());
            return left == line.sample() ? line : SampleLine.of(left);
        }

        /** Why the next sample goes; null if it stays. */
        Ruling.Rejection next() {
            for (int step = 0; step < places.length; step++) {
                Ruling.Rejection rejection = rulings.get(step).at(places[step]++);
                if (rejection != null) {
                    return rejection;
                }
            }
            return null;
        }
    }

    /** @param rewrites whether what a step noted of a sample may not hold of it in the dataset any more */
    private MergeChain(boolean rewrites) {
        this.rewrites = rewrites;
    }

    /**
     * Lets every step see the dataset and rule.
     *
     * @param grounds what a step of the plan works on, by its number from 1
     */
    public static MergeChain over(Source source, List<MergePlan> steps, Grounds grounds) {
        return over(null, source, steps, grounds);
    }

    /**
     * The same where the samples of an earlier dataset come first. A step that kept what it noted of them does not see them.
     *
     * @param earlier null where there is none
     */
    public static MergeChain over(EarlierDataset earlier, Source source, List<MergePlan> steps, Grounds grounds) {
        MergeChain chain = new MergeChain(steps.stream().anyMatch(MergeSteps::rewrites));
        try {
            for (MergePlan step : steps) {
                int number = chain.rulings.size() + 1;
                MergePass pass = MergeSteps.begin(step, grounds.of(number, step));
                chain.passes.add(pass);
                chain.feed(pass, earlier == null ? null : earlier.kept().apply(number), earlier, source);
                chain.rulings.add(pass.rule());
            }
            return chain;
        } catch (RuntimeException e) {
            chain.close();
            throw e;
        }
    }

    private void feed(MergePass pass, Path kept, EarlierDataset earlier, Source source) {
        int[] count = {0};
        Walk before = new Walk(rulings);
        Consumer<Sample> eye = sample -> {
            count[0]++;
            Sample judged = before.judge(sample);
            if (judged.isAccepted()) {
                pass.see(judged);
            }
        };
        if (earlier != null) {
            boolean isRecalled = !rewrites
                    && pass.recall(kept, earlier.fingerprint(), place -> {
                        count[0]++;
                        return before.next() == null;
                    });
            if (!isRecalled) {
                earlier.samples().forEach(eye);
            }
            pass.endEarlier();
        }
        source.forEach(eye);
        samples = count[0];
    }

    /**
     * What becomes of each sample: give it every sample, in the source's order. A sample comes back as the steps
     * leave it or, where one of them rejects it, rejected.
     */
    public UnaryOperator<Sample> judge() {
        return new Walk(rulings)::judge;
    }

    /** As {@link #judge}: the line of a sample that stays as it is comes back itself. */
    public UnaryOperator<SampleLine> judgeLines() {
        Walk whole = new Walk(rulings);
        return line -> whole.judge(line, rewrites);
    }

    /** What the step of a number, from 1, found beside its rejections. */
    public Optional<Object> findings(int number) {
        return rulings.get(number - 1).findings();
    }

    /**
     * Lets every step keep what it noted of the samples that no step rejects; none where a step rewrites samples, as what
     * others noted may not hold of them any more.
     *
     * @param fingerprint of the dataset that they make up; waits for it
     * @param files where, for each step by its number from 1
     * @return the work that is left to do, in a thread of its own if wanted, before the chain is closed
     * @throws dev.reflux.activities.shard.WorkspaceException in that work, if it cannot be written
     */
    public Runnable keep(Supplier<String> fingerprint, IntFunction<Path> files) {
        List<Runnable> work = new ArrayList<>();
        BitSet stay = new BitSet(samples);
        Walk whole = new Walk(rulings);
        for (int sample = 0; sample < samples && !rewrites; sample++) {
            stay.set(sample, whole.next() == null);
        }
        for (int step = 0; step < passes.size() && !stay.isEmpty(); step++) {
            MergePass pass = passes.get(step);
            BitSet ofStep = staying(step, stay);
            Path file = files.apply(step + 1);
            work.add(() -> pass.keep(file, fingerprint, ofStep::get));
        }
        return () -> work.forEach(Runnable::run);
    }

    /** Of the samples that a step has seen, by their places there, those that stay in the end. */
    private BitSet staying(int step, BitSet stay) {
        BitSet ofStep = new BitSet(samples);
        Walk before = new Walk(rulings.subList(0, step));
        int place = 0;
        for (int sample = 0; sample < samples; sample++) {
            if (before.next() == null) {
                ofStep.set(place++, stay.get(sample));
            }
        }
        return ofStep;
    }

    @Override
    public void close() {
        passes.forEach(MergePass::close);
    }
}
