package dev.reflux.activities.report.survey;

/** Whether the order in which two answers were shown swayed a judge: position bias as MT-Bench (arXiv 2306.05685) has it. */
public final class PositionTally {

    private final String judge;
    private long pairs;
    private long inconsistent;
    private long wins;
    private long firstWins;

    /** @param judge empty where it is the only one */
    PositionTally(String judge) {
        this.judge = judge;
    }

    /** A pair of which an order could not be read counts for nothing. */
    void add(SampleVerdicts.Pair pair) {
        if (pair.isDecided()) {
            pairs++;
            inconsistent += pair.isConsistent() ? 0 : 1;
            count(pair.first());
            count(pair.second());
        }
    }

    private void count(double ofTheFirst) {
        wins += ofTheFirst == 0.5 ? 0 : 1;
        firstWins += ofTheFirst == 1 ? 1 : 0;
    }

    public String judge() {
        return judge;
    }

    /** Pairs that were decided in both orders. */
    public long pairs() {
        return pairs;
    }

    /** Share of pairs on which the two orders disagree; null where there is no pair. */
    public Double inconsistentShare() {
        return pairs == 0 ? null : Double.valueOf((double) inconsistent / pairs);
    }

    /** Share of wins, ties left out, that went to the answer shown first: a half for a judge who does not mind. */
    public Double firstWinRate() {
        return wins == 0 ? null : Double.valueOf((double) firstWins / wins);
    }
}
