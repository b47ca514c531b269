package dev.reflux.activities.teacher.desk;

import dev.reflux.activities.teacher.SpentQuota;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.activities.teacher.limit.CallLimits;
import dev.reflux.activities.teacher.limit.Patience;
import dev.reflux.config.Limits;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The way to one teacher from this process: its limits and the threads that wait for it, shared by all its desks. */
final class TeacherLine implements AutoCloseable {

    /** Threads beyond the slots: they sleep between retries, while others keep the pipe full. */
    private static final int THREADS_PER_SLOT = 2;

    private static final long IDLE_SECONDS = 10;

    private final CallLimits limits;
    private final ThreadPoolExecutor threads;

    private Limits current;

    /** @param limited false for a teacher in this process, which is never throttled and never out of reach */
    TeacherLine(String identity, Limits current, boolean limited, Patience patience) {
        this.current = current;
        this.limits = limited ? new CallLimits(identity, current, patience) : null;
        int size = threadsFor(current);
        this.threads = new ThreadPoolExecutor(
                size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), WaitingThreads.factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** False for a teacher in this process, whose calls need no limits and cost nothing. */
    boolean isLimited() {
        return limits != null;
    }

    /** @see CallLimits#ask */
    TeacherReply ask(TeacherCall call, Function<TeacherCall, TeacherReply> asking) {
        return limits == null ? asking.apply(call) : limits.ask(call, asking);
    }

    /** @see CallLimits#spare */
    void spare(SpentQuota quota, TeacherReply reply) {
        if (limits != null) {
            limits.spare(quota, reply.inputTokens() + reply.outputTokens());
        }
    }

    void execute(Errand errand) {
        threads.execute(errand);
    }

    /** The campaign opened last says what the limits are: an operator may have changed them. */
    synchronized void change(Limits wanted) {
        if (wanted.equals(current)) {
            return;
        }
        current = wanted;
        int size = threadsFor(wanted);
        if (size > threads.getMaximumPoolSize()) {
            threads.setMaximumPoolSize(size);
            threads.setCorePoolSize(size);
        } else {
            threads.setCorePoolSize(size);
            threads.setMaximumPoolSize(size);
        }
        if (limits != null) {
            limits.change(wanted);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow().forEach(waiting -> ((Errand) waiting).stop());
    }

    private int threadsFor(Limits wanted) {
        int processors = Runtime.getRuntime().availableProcessors();
        return limits == null ? Math.min(wanted.concurrency(), processors) : wanted.concurrency() * THREADS_PER_SLOT;
    }
}
