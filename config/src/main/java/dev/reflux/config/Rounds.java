package dev.reflux.config;

/** How often the campaign goes round, and when it stops before. */
public record Rounds(
        @Key(value = "Rounds at most.", otherwise = "1", least = 1, most = 100)
        int max,

        @Key(value = "Stop after the round that has accepted so many samples.", otherwise = Key.ABSENT, least = 1)
        Integer target,

        @Key(value = "Stop when the student no longer gains.", otherwise = Key.ABSENT)
        StopWhen stopWhen,

        @Key(value = "Each further round waits for an operator's approval.", otherwise = "false")
        boolean approve,

        @Key(
                value = "What further rounds go over: the whole pool again, or what no round has solved.",
                otherwise = "all")
        Over over) {

    /** What a round goes over. */
    public enum Over {
        /** The whole pool; each round's dataset replaces the one before. */
        ALL,
        /** Pool samples that nothing accepted so far comes from; each round's dataset adds to the one before. */
        UNSOLVED
    }

    public Rounds {
        over = over == null ? Over.ALL : over;
    }

    /** Rounds over the whole pool. */
    public Rounds(int max, Integer target, StopWhen stopWhen, boolean approve) {
        this(max, target, stopWhen, approve, Over.ALL);
    }

    /** Stop when {@code metric} gains less than {@code gainBelow} for more than {@code patience} rounds in a row. */
    public record StopWhen(
            @Key("Metric that must go on gaining.") Metric metric,

            @Key(value = "A gain below this does not count.", otherwise = "0.002", least = 0, most = 1)
            double gainBelow,

            @Key(value = "Rounds without gain that are forgiven.", otherwise = "0", least = 0)
            int patience) {}

    /** What {@link StopWhen} may watch. */
    public enum Metric {
        HOLDOUT_ACCURACY,
        HOLDOUT_MACRO_F1
    }
}
