package dev.reflux.activities.teacher.limit;

import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherBusyException.Kind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The wait a teacher asked for, kept by all its callers. */
final class Pause {

    private final Duration patience;
    private final AtomicLong endNanos = new AtomicLong(System.nanoTime());

    /** @param patience the longest wait that is slept through here */
    Pause(Duration patience) {
        this.patience = patience;
    }

    /** Makes all callers wait; the longest wait asked for holds. */
    void hold(Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        endNanos.accumulateAndGet(end, (old, asked) -> asked - old > 0 ? asked : old);
    }

    /**
     * Waits until the pause is over.
     *
     * @throws TeacherBusyException at once, if that is longer than the patience
     */
    void pass() throws InterruptedException {
        long remaining = endNanos.get() - System.nanoTime();
        while (remaining > 0) {
            Duration wait = Duration.ofNanos(remaining);
            if (wait.compareTo(patience) > 0) {
                throw new TeacherBusyException(
                        Kind.THROTTLED, "The teacher asked all callers to wait " + wait.toMillis() + " ms", wait, null);
            }
            // One millisecond more, as a sleep of a part of one may end early.
            Thread.sleep(wait.toMillis() + 1);
            remaining = endNanos.get() - System.nanoTime();
        }
    }
}
