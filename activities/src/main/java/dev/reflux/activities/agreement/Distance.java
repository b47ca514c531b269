package dev.reflux.activities.agreement;

/** How much two ratings of one thing disagree. */
public enum Distance {
    /** They are the same or they are not: for categories. */
    NOMINAL {
        @Override
        double between(double one, double other) {
            return one == other ? 0 : 1;
        }
    },
    /** The square of their difference: for scores whose steps are equal. In Cohen's kappa these are quadratic weights. */
    INTERVAL {
        @Override
        double between(double one, double other) {
            return (one - other) * (one - other);
        }
    };

    /** 0 where both are the same, and never less. */
    abstract double between(double one, double other);
}
