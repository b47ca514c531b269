package dev.reflux.activities.dataset.merge.deduplicate;

/**
 * How a signature is cut: two texts become candidates if they agree in every row of some band, which texts of similarity s
 * do with chance 1 - (1 - s^rows)^bands.
 */
record Bands(int count, int rows) {

    private static final double MISSED_AT_THRESHOLD = 0.001;

    /** As many rows as find a pair at the threshold almost surely: more of them would miss some, fewer cost candidates. */
    static Bands forThreshold(double threshold, int permutations) {
        int rows = 1;
        while (rows < permutations && !ofRows(rows + 1, permutations).missesTooMany(threshold)) {
            rows++;
        }
        return ofRows(rows, permutations);
    }

    private static Bands ofRows(int rows, int permutations) {
        return new Bands(permutations / rows, rows);
    }

    boolean missesTooMany(double threshold) {
        return missed(threshold) > MISSED_AT_THRESHOLD;
    }

    /** Chance that a pair of this similarity is no candidate. */
    double missed(double similarity) {
        return Math.pow(1 - Math.pow(similarity, rows), count);
    }
}
