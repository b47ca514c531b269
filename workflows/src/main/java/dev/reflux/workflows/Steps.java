package dev.reflux.workflows;

import dev.reflux.config.WorkerRole;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;

/** How activities are scheduled: their queue, their patience, and what the Temporal UI calls them. */
public final class Steps {

    /** Longer than any shard should take; a silent worker is noticed by its heartbeat long before. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofHours(6);

    /** A failure that names no delay of its own is retried at most this long after. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private Steps() {}

    /** @param summary what the Temporal UI shows beside the activity, at most 200 bytes */
    public static ActivityOptions options(WorkerRole role, Duration heartbeatTimeout, String summary) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(TaskQueues.of(role))
                .setStartToCloseTimeout(LONGEST_ATTEMPT)
                .setHeartbeatTimeout(heartbeatTimeout)
                .setCancellationType(ActivityCancellationType.TRY_CANCEL)
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofSeconds(1))
                        .setMaximumInterval(LONGEST_PAUSE)
                        .build())
                .setSummary(summary)
                .build();
    }
}
