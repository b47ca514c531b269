package dev.reflux.activities.teacher.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Breaks off exchanges that are late or whose caller was interrupted: one thread for all, asleep while there are none. */
final class Watch {

    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(50);

    private final Set<Exchange> running = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::goRound, "teacher-deadlines");

    private volatile boolean asleep;

    /** Starts watching. */
    static Watch start() {
        Watch watch = new Watch();
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    void begin(Exchange exchange) {
        running.add(exchange);
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    void end(Exchange exchange) {
        running.remove(exchange);
    }

    private void goRound() {
        while (true) {
            long now = System.nanoTime();
            running.forEach(exchange -> exchange.endIfDue(now));
            LockSupport.parkNanos(BETWEEN_ROUNDS.toNanos());
            asleep = true;
            while (running.isEmpty()) {
                LockSupport.park(this);
            }
            asleep = false;
        }
    }
}
