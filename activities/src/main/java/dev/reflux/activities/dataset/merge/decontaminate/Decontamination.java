package dev.reflux.activities.dataset.merge.decontaminate;

import java.util.List;

/**
 * What a merge found of its benchmarks in a dataset: the file {@code rounds/NN/merge/N-decontaminate.json}.
 *
 * @param rule by which it was looked for
 * @param compared samples that were looked at
 * @param contaminated samples that match at least one item
 * @param benchmarks each file, in the order the campaign names them
 */
public record Decontamination(String rule, long compared, long contaminated, List<OfBenchmark> benchmarks) {

    /** Ids that are listed of an item at most, so that the file does not grow with the dataset. */
    static final int MOST_IDS = 20;

    /**
     * One benchmark file.
     *
     * @param items records it holds
     * @param matched records that at least one sample matches
     * @param samples samples that match any of its records; one that matches several benchmarks counts for each
     * @param matches what matched whom, by line
     * @param judged what a judge said of its items and samples near them; null where nobody judges
     */
    public record OfBenchmark(String file, int items, int matched, long samples, List<Matched> matches, Judged judged) {

        /** Of a step in which nobody judges. */
        public OfBenchmark(String file, int items, int matched, long samples, List<Matched> matches) {
            this(file, items, matched, samples, matches, null);
        }
    }

    /**
     * Pairs of a sample and an item that a judge was asked about.
     *
     * @param pairs all of them
     * @param confirmed pairs that ask the same: the sample is contaminated
     * @param cleared pairs that do not
     * @param undecided pairs on which nothing was said that could be read: their sample went too, unless another item was
     *     confirmed
     */
    public record Judged(long pairs, long confirmed, long cleared, long undecided) {

        static final Judged NONE = new Judged(0, 0, 0, 0);

        Judged and(NeighbourJudge.Verdict verdict) {
            return switch (verdict) {
                case CONFIRMED -> new Judged(pairs + 1, confirmed + 1, cleared, undecided);
                case CLEARED -> new Judged(pairs + 1, confirmed, cleared + 1, undecided);
                case UNDECIDED -> new Judged(pairs + 1, confirmed, cleared, undecided + 1);
            };
        }
    }

    /**
     * A record that was matched.
     *
     * @param samples how many match it
     * @param by how the nearest of them was found: {@code ngrams}, {@code whole}, {@code embedding} or {@code judged}
     * @param share of its words that the nearest one has, or the cosine, in [0, 1]
     * @param ids the first of the samples, in the dataset's order
     */
    public record Matched(long line, long samples, String by, double share, List<String> ids) {}
}
