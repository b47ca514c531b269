package dev.reflux.activities.report;

import dev.reflux.workflows.Tally;
import java.util.Optional;

/**
 * What one sample took of a teacher, on average: paid calls, their tokens, cached ones included, and US dollars.
 *
 * @param tokensIn tokens sent
 * @param tokensOut tokens received
 */
record UnitCost(double calls, double tokensIn, double tokensOut, double usd) {

    /** Of what was spent, for each of so many samples; empty where there are none. */
    static Optional<UnitCost> of(Tally spent, long samples) {
        if (samples <= 0) {
            return Optional.empty();
        }
        return Optional.of(new UnitCost(
                (double) spent.teacherCalls() / samples,
                (double) spent.inputTokens() / samples,
                (double) spent.outputTokens() / samples,
                spent.costUsd() / samples));
    }
}
