package dev.reflux.workflows.campaign;

import dev.reflux.config.Rounds;
import dev.reflux.config.Rounds.Metric;
import dev.reflux.config.Rounds.StopWhen;
import dev.reflux.workflows.round.RoundReport;
import java.util.List;

/** Decides after each round whether the campaign is finished, and why. */
final class StopRule {

    private StopRule() {}

    /** The reason to stop, or null to go on. */
    static String reason(Rounds rounds, List<RoundReport> finished) {
        RoundReport last = finished.get(finished.size() - 1);
        if (rounds.target() != null && last.merge().tally().accepted() >= rounds.target()) {
            return "target-reached";
        }
        if (Long.valueOf(0).equals(last.merge().unsolved())) {
            return "all-solved";
        }
        if (finished.size() >= rounds.max()) {
            return "max-rounds";
        }
        return rounds.stopWhen() != null && hasStalled(rounds.stopWhen(), finished) ? "no-gain" : null;
    }

    private static boolean hasStalled(StopWhen rule, List<RoundReport> finished) {
        int without = 0;
        double best = metric(rule.metric(), finished.get(0));
        for (RoundReport round : finished.subList(1, finished.size())) {
            double value = metric(rule.metric(), round);
            without = value - best < rule.gainBelow() ? without + 1 : 0;
            best = Math.max(best, value);
        }
        return without > rule.patience();
    }

    private static double metric(Metric metric, RoundReport round) {
        return switch (metric) {
            case HOLDOUT_ACCURACY -> round.student().holdoutAccuracy();
            case HOLDOUT_MACRO_F1 -> round.student().holdoutMacroF1();
        };
    }
}
