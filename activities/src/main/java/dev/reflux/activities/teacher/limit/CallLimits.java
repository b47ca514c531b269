package dev.reflux.activities.teacher.limit;

import dev.reflux.activities.teacher.SpentQuota;
import dev.reflux.activities.teacher.SpentQuota.Unit;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherBusyException.Kind;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.config.Limits;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What one process may ask of one teacher, shared by all its callers. Safe for many threads.
 *
 * <p>From the outside in: quick retries, a slot, tokens and requests a minute, the circuit, the teacher with its deadline.
 */
public final class CallLimits {

    private final AdaptiveConcurrency concurrency;
    private final Pause pause;
    private final Circuit circuit;
    private final QuickRetries retries;

    private volatile MinuteRate requests;
    private volatile MinuteRate tokens;

    public CallLimits(String teacher, Limits limits, Patience patience) {
        this.concurrency = new AdaptiveConcurrency(limits.concurrency());
        this.pause = new Pause(patience.longestWait());
        this.circuit = new Circuit(teacher, limits.concurrency(), patience.circuitOpen());
        this.retries = new QuickRetries(teacher, patience);
        changeRates(limits);
    }

    /** Replaces concurrency and rates; calls in flight go on. */
    public void change(Limits limits) {
        concurrency.changeCeiling(limits.concurrency());
        changeRates(limits);
    }

    /**
     * Asks within the limits.
     *
     * @param asking asks the teacher once, and keeps the answer; its slot is taken until it returns
     * @throws TeacherBusyException if quick retries did not help or the wait is long
     * @throws CancellationException if interrupted
     */
    public TeacherReply ask(TeacherCall call, Function<TeacherCall, TeacherReply> asking) {
        return retries.call(() -> askOnce(call, asking));
    }

    /**
     * Makes all callers wait until a spent quota is back as far as a full set of calls in flight needs it: to go on at once
     * would be refused, to wait for all of it would leave the teacher idle.
     *
     * @param tokens what one call takes
     */
    public void spare(SpentQuota quota, long tokens) {
        long calls = concurrency.limit();
        pause.hold(quota.until(quota.unit() == Unit.REQUESTS ? calls : calls * tokens));
    }

    private void changeRates(Limits limits) {
        requests = MinuteRate.of("requests", limits.requestsPerMinute());
        tokens = MinuteRate.of("tokens", limits.tokensPerMinute());
    }

    private TeacherReply askOnce(TeacherCall call, Function<TeacherCall, TeacherReply> asking) {
        try {
            AdaptiveConcurrency.Slot slot = concurrency.acquire();
            try {
                return askAtRate(call, () -> askNow(call, asking, slot));
            } finally {
                slot.release();
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for the teacher");
        }
    }

    private TeacherReply askAtRate(TeacherCall call, Supplier<TeacherReply> asking) throws InterruptedException {
        circuit.check();
        pause.pass();
        MinuteRate tokenRate = tokens;
        long estimate = TokenEstimate.of(call).total();
        tokenRate.acquire(estimate);
        long used = 0;
        try {
            requests.acquire(1);
            pause.pass();
            TeacherReply reply = circuit.call(asking);
            used = reply.inputTokens() + reply.outputTokens();
            return reply;
        } finally {
            tokenRate.settle(used - estimate);
        }
    }

    private TeacherReply askNow(
            TeacherCall call, Function<TeacherCall, TeacherReply> asking, AdaptiveConcurrency.Slot slot) {
        try {
            return asking.apply(call);
        } catch (TeacherBusyException busy) {
            if (busy.retryAfter() != null) {
                pause.hold(busy.retryAfter());
            }
            if (busy.kind() != Kind.FAILED) {
                slot.markOverload();
            }
            throw busy;
        }
    }
}
