package dev.reflux.activities.teacher.limit;

import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherBusyException.Kind;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.config.Limits;
import java.util.concurrent.CancellationException;
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
     * @throws TeacherBusyException if quick retries did not help or the wait is long
     * @throws CancellationException if interrupted
     */
    public TeacherReply ask(Teacher teacher, TeacherCall call) {
        return retries.call(() -> askOnce(teacher, call));
    }

    private void changeRates(Limits limits) {
        requests = MinuteRate.of("requests", limits.requestsPerMinute());
        tokens = MinuteRate.of("tokens", limits.tokensPerMinute());
    }

    private TeacherReply askOnce(Teacher teacher, TeacherCall call) {
        try {
            AdaptiveConcurrency.Slot slot = concurrency.acquire();
            try {
                return askAtRate(call, () -> askNow(teacher, call, slot));
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

    private TeacherReply askNow(Teacher teacher, TeacherCall call, AdaptiveConcurrency.Slot slot) {
        try {
            return teacher.ask(call);
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
