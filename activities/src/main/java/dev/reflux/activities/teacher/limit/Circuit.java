package dev.reflux.activities.teacher.limit;

import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherBusyException.Kind;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Stops asking a teacher that is down: opens when half of the latest calls failed, tries again after a while.
 *
 * <p>Being throttled is not being down, and neither is refusing.
 */
final class Circuit {

    private static final int LEAST_CALLS = 20;
    private static final float FAILURE_PERCENT = 50;
    private static final int TRIALS = 5;
    private static final Duration TRIAL_WAIT = Duration.ofSeconds(1);

    private final CircuitBreaker breaker;
    private final Duration openFor;
    private volatile long openedNanos;

    /**
     * @param concurrency calls in flight at most. Failures often return before answers do, so nothing is concluded from
     *     less than one such wave
     */
    Circuit(String name, int concurrency, Duration openFor) {
        this.openFor = openFor;
        int wave = Math.max(LEAST_CALLS, concurrency);
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(2 * wave)
                        .minimumNumberOfCalls(wave)
                        .failureRateThreshold(FAILURE_PERCENT)
                        .permittedNumberOfCallsInHalfOpenState(TRIALS)
                        .waitDurationInOpenState(openFor)
                        .recordException(Circuit::isOutage)
                        .ignoreExceptions(CancellationException.class)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == State.OPEN) {
                openedNanos = System.nanoTime();
            }
        });
    }

    /** @throws TeacherBusyException without asking, if the circuit is open, with the time until it is tried again */
    <T> T call(Supplier<T> call) {
        try {
            return breaker.executeSupplier(call);
        } catch (CallNotPermittedException open) {
            throw refusal(open);
        }
    }

    /** @throws TeacherBusyException if a call would not be made now */
    void check() {
        if (breaker.getState() == State.OPEN && remaining().compareTo(Duration.ZERO) > 0) {
            throw refusal(null);
        }
    }

    private TeacherBusyException refusal(CallNotPermittedException open) {
        Duration wait = breaker.getState() == State.OPEN ? remaining() : Duration.ZERO;
        Duration atLeast = wait.compareTo(TRIAL_WAIT) < 0 ? TRIAL_WAIT : wait;
        String message = "The teacher is down, at least half of the latest calls failed; it is tried again in "
                + atLeast.toMillis() + " ms";
        return new TeacherBusyException(Kind.FAILED, message, atLeast, open);
    }

    private Duration remaining() {
        return openFor.minusNanos(System.nanoTime() - openedNanos);
    }

    private static boolean isOutage(Throwable failure) {
        return !(failure instanceof TeacherBusyException busy)
                ? failure instanceof Error
                : busy.kind() != Kind.THROTTLED;
    }
}
