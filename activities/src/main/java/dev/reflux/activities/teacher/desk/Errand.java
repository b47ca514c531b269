package dev.reflux.activities.teacher.desk;

import dev.reflux.activities.ledger.LedgerEntry;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherReply;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** One claimed call on its way to the teacher. It can be stopped until the teacher has answered; then it is committed. */
final class Errand implements Runnable, Till.Customer {

    private final InFlight.Claim claim;
    private final TeacherCall call;
    private final Till till;
    private final Consumer<LedgerEntry> keeper;

    private Thread asking;
    private boolean begun;
    private boolean stopped;

    /** @param keeper as {@link Till.Customer#keep} has it */
    Errand(InFlight.Claim claim, TeacherCall call, Till till, Consumer<LedgerEntry> keeper) {
        this.claim = claim;
        this.call = call;
        this.till = till;
        this.keeper = keeper;
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
            reply = till.pay(claim.key(), call, this);
        } catch (RuntimeException | Error failure) {
            claim.fail(isStopped() ? stop(failure) : failure);
            return;
        } finally {
            endAsking();
        }
        claim.answer(reply);
    }

    @Override
    public void answered() {
        endAsking();
    }

    @Override
    public void keep(LedgerEntry entry) {
        keeper.accept(entry);
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
