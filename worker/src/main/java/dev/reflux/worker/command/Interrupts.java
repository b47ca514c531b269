package dev.reflux.worker.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Counts requests to stop: the first Ctrl-C asks to stop watching, the second to stop working, as SIGTERM and a closed
 * terminal do at once; the third ends the process where it stands. While this is open none of them ends it by itself.
 *
 * <p>The JDK has no other interface to signals than {@code sun.misc.Signal}, and keeps it (JEP 260) until it has.
 */
final class Interrupts implements AutoCloseable {
    private static final int INTERRUPTED = 130;

    private final CountDownLatch leave = new CountDownLatch(1);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Handled> handled = new ArrayList<>();

    /** A signal with the handler it had before. */
    private record Handled(Signal signal, SignalHandler before) {}

    private Interrupts() {}

    static Interrupts listen() {
        Interrupts interrupts = new Interrupts();
        interrupts.handle("INT", interrupts::interrupt);
        interrupts.handle("TERM", interrupts::terminate);
        interrupts.handle("HUP", interrupts::terminate);
        return interrupts;
    }

    private void handle(String name, Runnable reaction) {
        Signal signal = new Signal(name);
        handled.add(new Handled(signal, Signal.handle(signal, received -> reaction.run())));
    }

    private synchronized void interrupt() {
        if (wantsToStop()) {
            Runtime.getRuntime().halt(INTERRUPTED);
        } else if (wantsToLeave()) {
            stop.countDown();
        } else {
            leave.countDown();
        }
    }

    private void terminate() {
        leave.countDown();
        stop.countDown();
    }

    boolean wantsToLeave() {
        return leave.getCount() == 0;
    }

    boolean wantsToStop() {
        return stop.getCount() == 0;
    }

    /** Waits for the first request. */
    void awaitLeave() throws InterruptedException {
        leave.await();
    }

    @Override
    public void close() {
        handled.forEach(one -> Signal.handle(one.signal(), one.before()));
    }
}
