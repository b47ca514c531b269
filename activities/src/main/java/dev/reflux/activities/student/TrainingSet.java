package dev.reflux.activities.student;

import dev.reflux.activities.linear.Example;
import dev.reflux.activities.linear.FeatureVector;
import dev.reflux.activities.shard.Sample;
import dev.reflux.config.StudentPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Seeds and accepted samples as vectors. Of the accepted samples, no more than memory has room for: which ones is decided by
 * a hash of their ids, so that it is the same ones every time.
 */
final class TrainingSet {

    /** At 8 bytes an entry 128 MB, a quarter of the smallest heap a worker is run with. */
    static final long MOST_ENTRIES = 16_000_000;

    /** At 4 bytes a weight 42 MB for each of the three models that are in memory at once. */
    private static final int MOST_WEIGHTS = 80 * (1 << 17);

    private static final int MOST_BUCKETS = 1 << 17;
    private static final int FEWEST_BUCKETS = 1 << 10;

    final List<String> labels;
    final TfIdf weighing;
    final List<Sample> seeds;
    final List<Example> seedExamples = new ArrayList<>();
    final List<Example> acceptedExamples = new ArrayList<>();

    private TrainingSet(List<String> labels, TfIdf weighing, List<Sample> seeds) {
        this.labels = labels;
        this.weighing = weighing;
        this.seeds = seeds;
    }

    /** Samples that can be walked through more than once. */
    interface Walk {

        void forEach(Consumer<Sample> consumer);
    }

    /** Reads the accepted samples twice: for what there is, then for vectors. */
    static TrainingSet of(List<Sample> seeds, Walk accepted, StudentPlan plan, long mostEntries) {
        List<Sample> sorted = new ArrayList<>(seeds);
        sorted.sort(Comparator.comparing(Sample::label).thenComparing(Sample::id));
        TreeSet<String> labels = new TreeSet<>();
        sorted.forEach(seed -> labels.add(seed.label()));
        accepted.forEach(sample -> labels.add(sample.label()));
        TfIdf.Counter counter = new TfIdf.Counter(new NgramHasher(bucketsFor(labels.size())));
        sorted.forEach(seed -> counter.add(seed.text()));
        long seedEntries = counter.entries();
        accepted.forEach(sample -> counter.add(sample.text()));
        TrainingSet set = new TrainingSet(List.copyOf(labels), counter.weights(), List.copyOf(sorted));
        double share = (double) (mostEntries - seedEntries) / Math.max(1, counter.entries() - seedEntries);
        set.read(accepted, plan, share);
        return set;
    }

    int size() {
        return seedExamples.size() + acceptedExamples.size();
    }

    private void read(Walk accepted, StudentPlan plan, double share) {
        for (Sample seed : seeds) {
            seedExamples.add(example(seed, plan.seedWeight()));
        }
        accepted.forEach(sample -> {
            if (isDrawn(sample.id(), share)) {
                boolean weighted = plan.weighted() && sample.confidence() != null;
                acceptedExamples.add(example(sample, weighted ? sample.confidence() : 1));
            }
        });
    }

    private Example example(Sample sample, double weight) {
        FeatureVector vector = weighing.vector(sample.text());
        return new Example(vector, labels.indexOf(sample.label()), weight);
    }

    private static boolean isDrawn(String id, double share) {
        double place = Integer.toUnsignedLong(NgramHasher.mixed(id.hashCode())) / (double) (1L << 32);
        return place < share;
    }

    private static int bucketsFor(int labels) {
        int buckets = MOST_BUCKETS;
        while (buckets > FEWEST_BUCKETS && (long) buckets * labels > MOST_WEIGHTS) {
            buckets /= 2;
        }
        return buckets;
    }
}
