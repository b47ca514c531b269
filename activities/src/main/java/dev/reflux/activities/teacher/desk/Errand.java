package dev.reflux.activities.teacher.desk;

import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherReply;
import java.util.concurrent.CancellationException;

/** One claimed call on its way to the teacher. It can be stopped until the teacher has answered; then it is committed. */
final class Errand implements Runnable {

    private final InFlight.Claim claim;
    private final TeacherCall call;
    private final Till till;

    private Thread asking;
    private boolean begun;
    private boolean stopped;

    Errand(InFlight.Claim claim, TeacherCall call, Till till) {
        this.claim = claim;
        this.call = call;
        this.till = till;
    }

    InFlight.Claim claim() {
        return claim;
    }

    @Override
    public void run() {
        if (!begin()) {
            return;
        }
        TeacherReply reply;
        try {
            reply = till.pay(claim.key(), call, this::endAsking);
        } catch (RuntimeException | Error failure) {
            claim.fail(isStopped() ? stop(failure) : failure);
            return;
        } finally {
            endAsking();
        }
        claim.answer(reply);
    }

    /** Gives the call up: before it is made at once, while it is made by an interrupt, after that not at all. */
    void stop() {
        synchronized (this) {
            stopped = true;
            if (asking != null) {
                asking.interrupt();
            }
        }
        stopUnlessBegun();
    }

    /** Gives the call up if it is not yet on its way. */
    void stopUnlessBegun() {
        synchronized (this) {
            if (begun) {
                return;
            }
            stopped = true;
        }
        claim.fail(stop(null));
    }

    private synchronized boolean begin() {
        if (stopped) {
            return false;
        }
        begun = true;
        asking = Thread.currentThread();
        return true;
    }

    /** From here on an interrupt would hit the commit, or the thread's next errand. */
    private synchronized void endAsking() {
        if (asking != null) {
            asking = null;
            Thread.interrupted();
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private static CancellationException stop(Throwable failure) {
        CancellationException stop = new CancellationException("The question was given up before it was answered");
        stop.initCause(failure);
        return stop;
    }
}
