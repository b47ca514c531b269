package dev.reflux.activities.stage.verify.constraints;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import dev.reflux.activities.stage.verify.Check;
import dev.reflux.config.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Passes an answer that meets every constraint: those given, else those of the task's checks {@code constraints} and {@code
 * kwargs}. As IFEval's strict accuracy has it, an empty answer meets none. Its score is the share that is met, of those
 * decided.
 */
public final class ConstraintsCheck implements Check {

    static final String BY = "verify/constraints";
    static final String TASK_CHECK = "constraints";
    static final String TASK_ARGUMENTS = "kwargs";
    static final String NO_CONSTRAINTS = "no-constraints";
    static final String BROKEN_CONSTRAINTS = "broken-constraints";
    static final String NOT_MET = "constraint-not-met";
    static final String NOT_TOLD = "constraint-undecided";

    private final List<Constraint> given;

    /**
     * @param list JSON list of constraints for every sample; null where each task has its own
     * @throws InvalidSettingException if it cannot be read
     */
    public ConstraintsCheck(String list) {
        try {
            given = list == null ? null : ConstraintList.read(list, null);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    "against",
                    "must be a list of constraints that can be checked",
                    list,
                    "correct it: " + e.getMessage());
        }
    }

    @Override
    public Verdict check(Sample sample, Answer answer) {
        Map<String, String> checks = sample.task().checks();
        if (given == null && !checks.containsKey(TASK_CHECK)) {
            return Verdict.undecided(BY, NO_CONSTRAINTS, "Neither the settings nor the task have constraints.");
        }
        try {
            return check(
                    given == null ? ConstraintList.read(checks.get(TASK_CHECK), checks.get(TASK_ARGUMENTS)) : given,
                    answer.text());
        } catch (IllegalArgumentException e) {
            return Verdict.undecided(BY, BROKEN_CONSTRAINTS, e.getMessage());
        }
    }

    private static Verdict check(List<Constraint> constraints, String text) {
        List<String> failed = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Constraint constraint : constraints) {
            Outcome outcome =
                    text.isBlank() ? Outcome.FAILED : constraint.test().on(text);
            if (outcome == Outcome.FAILED) {
                failed.add(constraint.demand());
            } else if (outcome == Outcome.UNDECIDED) {
                open.add(constraint.demand());
            }
        }
        int decided = constraints.size() - open.size();
        Double score = decided == 0 ? null : (double) (decided - failed.size()) / decided;
        if (!failed.isEmpty()) {
            return new Verdict(BY, Outcome.FAILED, score, NOT_MET, String.join("\n", failed));
        }
        return open.isEmpty()
                ? Verdict.passed(BY, score, null)
                : Verdict.undecided(BY, NOT_TOLD, String.join("\n", open));
    }
}
