package dev.reflux.workflows;

import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;

/**
 * Why work stopped, and whether the workflow should hold for an operator or fail.
 *
 * @param type one of {@link FailureTypes}, or any other for an unexpected failure
 * @param message ready to be shown
 */
public record Problem(String type, String message) {

    /** Reads the innermost application failure, which carries the activity's own words. */
    public static Problem of(Throwable failure) {
        Problem found = new Problem("", String.valueOf(failure.getMessage()));
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApplicationFailure application) {
                found = new Problem(application.getType(), application.getOriginalMessage());
            }
        }
        return found;
    }

    /** The failure of a workflow in the words of what went wrong, not in those of the machinery between. */
    public static RuntimeException failing(RuntimeException failure) {
        if (failure.getCause() instanceof CanceledFailure canceled) {
            return canceled;
        }
        Problem met = of(failure);
        return ApplicationFailure.newBuilder()
                .setType(met.type())
                .setMessage(met.message())
                .setCause(failure)
                .setNonRetryable(true)
                .build();
    }

    /** True if an operator can mend it while the workflow waits. */
    public boolean canBeMended() {
        return isBudget() || FailureTypes.OPERATOR.equals(type);
    }

    public boolean isBudget() {
        return FailureTypes.BUDGET.equals(type);
    }
}
