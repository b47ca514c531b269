package dev.reflux.activities.teacher;

import java.time.Duration;

/**
 * A quota that a teacher says is used up.
 *
 * @param size how much the whole quota is, or 0 where the teacher does not say
 * @param untilFull until all of it is back
 */
public record SpentQuota(Unit unit, long size, Duration untilFull) {

    /** What a quota counts. */
    public enum Unit {
        REQUESTS,
        TOKENS
    }

    /** Until some of it is back, if it refills steadily; until all of it is, where its size is not known. */
    public Duration until(long wanted) {
        return size <= 0 || wanted >= size
                ? untilFull
                : Duration.ofNanos((long) (untilFull.toNanos() * ((double) wanted / size)));
    }
}
