package dev.reflux.activities.stage.verify.constraints;

import dev.reflux.activities.shard.Verdict.Outcome;
import java.util.function.Predicate;

/**
 * One checkable demand.
 *
 * @param demand in words, as it may be told to whoever is to mend the answer
 * @param test what it finds in an answer's text
 */
record Constraint(String demand, Test test) {

    /** Looks at an answer's text. */
    interface Test {
        Outcome on(String answer);
    }

    static Constraint of(String demand, Predicate<String> holds) {
        return new Constraint(demand, answer -> holds.test(answer) ? Outcome.PASSED : Outcome.FAILED);
    }

    /** This demand, where another must hold too. */
    Constraint and(Constraint other) {
        return new Constraint(demand, answer -> {
            Outcome outcome = test.on(answer);
            return outcome == Outcome.PASSED ? other.test.on(answer) : outcome;
        });
    }
}
