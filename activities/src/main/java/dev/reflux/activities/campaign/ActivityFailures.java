package dev.reflux.activities.campaign;

import dev.reflux.activities.ledger.LedgerUnavailableException;
import dev.reflux.activities.sandbox.SandboxUnavailableException;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.activities.shard.WorkspaceException;
import dev.reflux.activities.teacher.BudgetSpentException;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.config.Environment.MissingVariableException;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.workflows.FailureTypes;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.function.Function;

/**
 * Turns what activities throw into failures whose type says whose move it is; the only place that does.
 *
 * <p>A failure carries no cause: Temporal would wrap it in a failure of another type, and a provider's own words may quote
 * a key.
 */
public final class ActivityFailures {

    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

    /** What nobody foresaw may pass; after so many attempts an operator should know. */
    private static final int LAST_ATTEMPT = 5;

    private ActivityFailures() {}

    /** Runs an activity's work under a {@link Pulse}; what it throws leaves mapped. Only inside an activity. */
    public static <T> T mapped(Function<Pulse, T> work) {
        try (Pulse pulse = Pulse.start(Activity.getExecutionContext()::heartbeat)) {
            return work.apply(pulse);
        } catch (RuntimeException e) {
            throw failureOf(e, Activity.getExecutionContext().getInfo().getAttempt());
        }
    }

    /**
     * The failure that Temporal should see.
     *
     * @param attempt which attempt failed, from 1: a busy teacher that names no delay is left alone for longer each time
     * @return an {@link ApplicationFailure}; anything unforeseen as it is at first, so that Temporal tries it again
     */
    static RuntimeException failureOf(RuntimeException e, int attempt) {
        if (e instanceof InvalidCampaignException
                || e instanceof MissingVariableException
                || e instanceof TeacherMisconfiguredException) {
            return ApplicationFailure.newNonRetryableFailure(e.getMessage(), FailureTypes.USER);
        } else if (e instanceof WorkspaceException
                || e instanceof ShardCorruptException
                || e instanceof LedgerUnavailableException
                || e instanceof SandboxUnavailableException) {
            return ApplicationFailure.newNonRetryableFailure(e.getMessage(), FailureTypes.OPERATOR);
        } else if (e instanceof BudgetSpentException) {
            return ApplicationFailure.newNonRetryableFailure(e.getMessage(), FailureTypes.BUDGET);
        } else if (e instanceof TeacherBusyException busy) {
            return busy(busy, attempt);
        }
        return attempt < LAST_ATTEMPT ? e : unforeseen(e, attempt);
    }

    private static ApplicationFailure unforeseen(RuntimeException e, int attempt) {
        return ApplicationFailure.newNonRetryableFailure(
                "Failed " + attempt + " times, unforeseen: " + e + "; see the worker's log, mend it, then resume",
                FailureTypes.OPERATOR);
    }

    private static ApplicationFailure busy(TeacherBusyException busy, int attempt) {
        return ApplicationFailure.newBuilder()
                .setMessage(busy.getMessage())
                .setType(FailureTypes.TEACHER_BUSY)
                .setNextRetryDelay(busy.retryAfter() == null ? growingDelay(attempt) : busy.retryAfter())
                .setCategory(ApplicationErrorCategory.BENIGN)
                .build();
    }

    private static Duration growingDelay(int attempt) {
        int doublings = Math.min(Math.max(attempt - 1, 0), 10);
        Duration delay = FIRST_DELAY.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
