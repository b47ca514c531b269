package dev.reflux.activities.stage.verify.math;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.stage.verify.Check;
import java.util.List;

/** Passes an answer whose final answer equals that of the task's reference, as {@link Expression} has it. */
public final class MathCheck implements Check {

    static final String BY = "verify/math";
    static final String NO_REFERENCE = "no-reference";
    static final String NO_FINAL_ANSWER = "no-final-answer";
    static final String WRONG_ANSWER = "wrong-answer";

    @Override
    public Verdict check(Sample sample, Answer answer) {
        String reference = sample.task().reference();
        if (reference == null || reference.isBlank()) {
            return Verdict.undecided(BY, NO_REFERENCE, "The task has no reference to compare with.");
        }
        List<String> readings = FinalAnswer.of(answer.text());
        if (readings.isEmpty()) {
            return Verdict.failed(BY, NO_FINAL_ANSWER, "No final answer was found.");
        }
        Expression right = Expression.of(FinalAnswer.ofReference(reference));
        if (readings.stream().anyMatch(reading -> right.isEqualTo(Expression.of(reading)))) {
            return Verdict.passed(BY, null, null);
        }
        return Verdict.failed(BY, WRONG_ANSWER, "The final answer '" + readings.get(0) + "' is not right.");
    }
}
