package dev.reflux.activities.teacher.limit;

import dev.reflux.activities.teacher.TeacherBusyException;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Asks again, up to three times, where the wait is short; a longer wait goes up to the orchestrator. */
final class QuickRetries {

    private static final int ATTEMPTS = 4;

    /** Drawn anew for each wait, so that callers that failed together do not come back together. */
    private static final double JITTER = 0.5;

    private final Retry retry;
    private final Patience patience;

    QuickRetries(String name, Patience patience) {
        this.patience = patience;
        this.retry = Retry.of(
                name,
                RetryConfig.<Object>custom()
                        .maxAttempts(ATTEMPTS)
                        .retryOnException(this::isShort)
                        .intervalBiFunction((attempt, outcome) -> waitMillis(attempt, outcome.getLeft()))
                        .build());
    }

    <T> T call(Supplier<T> call) {
        return retry.executeSupplier(call);
    }

    private boolean isShort(Throwable failure) {
        return failure instanceof TeacherBusyException busy
                && (busy.retryAfter() == null || busy.retryAfter().compareTo(patience.longestWait()) <= 0);
    }

    private long waitMillis(int attempt, Throwable failure) {
        double doubled = patience.firstBackoff().toMillis() * Math.pow(2, attempt - 1);
        long backoff = Math.round(
                doubled * (1 - JITTER + 2 * JITTER * ThreadLocalRandom.current().nextDouble()));
        Duration asked = failure instanceof TeacherBusyException busy ? busy.retryAfter() : null;
        return asked == null ? backoff : Math.max(asked.toMillis(), backoff);
    }
}
