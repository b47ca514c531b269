package dev.reflux.activities.report.survey;

/** Counts of confidences in equal-width bins over [0, 1]. A bin holds its upper edge; the first holds 0 too. */
public final class Histogram {
    private final long[] counts;

    public Histogram(int bins) {
        counts = new long[bins];
    }

    void add(double confidence) {
        counts[binOf(confidence, counts.length)]++;
    }

    public int bins() {
        return counts.length;
    }

    /** @param bin from 0 */
    public long count(int bin) {
        return counts[bin];
    }

    public long total() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /** The bin, from 0, of a value in [0, 1] among {@code bins} bins of the form (low, high]. */
    static int binOf(double value, int bins) {
        int bin = (int) Math.ceil(value * bins) - 1;
        return Math.max(0, Math.min(bins - 1, bin));
    }
}
