package dev.reflux.activities.confidence;

/** What so many right ones among so many judged ones say about precision. */
public final class PrecisionBound {

    private static final int BISECTIONS = 60;

    private PrecisionBound() {}

    /**
     * One-sided lower bound of a proportion (Clopper and Pearson 1934): were the true precision below it, so many right
     * ones would come up with a probability of at most {@code 1 - confidenceLevel}.
     *
     * @return 0 where none is right
     */
    public static double lower(int correct, int judged, double confidenceLevel) {
        if (correct == 0) {
            return 0;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double precision = (low + high) / 2;
            if (atLeast(correct, judged, precision) > 1 - confidenceLevel) {
                high = precision;
            } else {
                low = precision;
            }
        }
        return low;
    }

    /** Probability of at least {@code correct} successes: a sum over the few failures there may be. */
    private static double atLeast(int correct, int judged, double precision) {
        double logTerm = judged * StrictMath.log(precision);
        double odds = StrictMath.log((1 - precision) / precision);
        double sum = 0;
        for (int wrong = 0; wrong <= judged - correct; wrong++) {
            sum += StrictMath.exp(logTerm);
            logTerm += StrictMath.log((double) (judged - wrong) / (wrong + 1)) + odds;
        }
        return sum;
    }
}
