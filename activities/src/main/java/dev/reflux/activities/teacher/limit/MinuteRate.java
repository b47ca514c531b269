package dev.reflux.activities.teacher.limit;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/** So many permits a minute, handed out evenly; waits as long as it takes. */
final class MinuteRate {

    /** Short, so that permits come evenly; not shorter, as threads do not wake up more exactly. */
    private static final long SHORTEST_PERIOD_NANOS = Duration.ofMillis(10).toNanos();

    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    /** No wait in a queue of callers is as long. */
    private static final Duration NO_TIMEOUT = Duration.ofDays(1);

    private final RateLimiter limiter;

    private MinuteRate(RateLimiter limiter) {
        this.limiter = limiter;
    }

    /** @param perMinute null for no limit */
    static MinuteRate of(String name, Integer perMinute) {
        if (perMinute == null) {
            return new MinuteRate(null);
        }
        long permits = Math.max(1, Math.round((double) perMinute * SHORTEST_PERIOD_NANOS / MINUTE_NANOS));
        return new MinuteRate(RateLimiter.of(
                name,
                RateLimiterConfig.custom()
                        .limitForPeriod((int) permits)
                        .limitRefreshPeriod(Duration.ofNanos(MINUTE_NANOS / perMinute * permits))
                        .timeoutDuration(NO_TIMEOUT)
                        .build()));
    }

    /** Waits for permits; more than a period's are taken from periods to come. */
    void acquire(long permits) {
        if (limiter != null && !limiter.acquirePermission(asInt(permits))) {
            throw new CancellationException("Interrupted while waiting for the teacher's rate limit");
        }
    }

    /** Takes permits that turn out to be needed, or gives back, with a negative number, those that were not. */
    void settle(long permits) {
        if (limiter == null || permits == 0) {
            return;
        }
        if (permits > 0) {
            limiter.reservePermission(asInt(permits));
        } else {
            // A negative number gives permits back: undocumented in Resilience4j, held by this class's test.
            limiter.acquirePermission(asInt(permits));
        }
    }

    private static int asInt(long permits) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, permits));
    }
}
