package dev.reflux.activities.teacher.limit;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Slots for calls in flight: additive increase, multiplicative decrease (Chiu and Jain, 1989) below a ceiling.
 *
 * <p>Starts at the ceiling. Halves when more than a tenth of a window of calls was throttled or late, so that a stray
 * failure costs nothing; each good call gives one slot back.
 */
final class AdaptiveConcurrency {

    private static final int TOLERATED_PART = 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();

    private int ceiling;
    private int limit;
    private int inFlight;
    private int epoch;
    private int finished;
    private int throttled;

    AdaptiveConcurrency(int ceiling) {
        this.ceiling = ceiling;
        this.limit = ceiling;
    }

    /** Waits for a slot. */
    Slot acquire() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (inFlight >= limit) {
                freed.await();
            }
            inFlight++;
            return new Slot(epoch);
        } finally {
            lock.unlock();
        }
    }

    void changeCeiling(int newCeiling) {
        lock.lock();
        try {
            ceiling = newCeiling;
            limit = newCeiling;
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int limit() {
        lock.lock();
        try {
            return limit;
        } finally {
            lock.unlock();
        }
    }

    /** A call in flight; to be released once. */
    final class Slot {

        private final int begunIn;
        private boolean overload;

        private Slot(int begunIn) {
            this.begunIn = begunIn;
        }

        /** The teacher throttled the call or was late. */
        void markOverload() {
            overload = true;
        }

        void release() {
            lock.lock();
            try {
                inFlight--;
                count();
                wakeForTwo();
            } finally {
                lock.unlock();
            }
        }

        /** A release frees its own slot and may have raised the limit by one; waking all would be a stampede. */
        private void wakeForTwo() {
            for (int taken = inFlight; taken < Math.min(limit, inFlight + 2); taken++) {
                freed.signal();
            }
        }

        private void count() {
            // What was already in flight when the limit was halved says nothing about the new limit.
            if (begunIn != epoch) {
                return;
            }
            finished++;
            if (overload) {
                throttled++;
            } else {
                limit = Math.min(ceiling, limit + 1);
            }
            if (throttled > Math.max(1, limit / TOLERATED_PART)) {
                limit = Math.max(1, limit / 2);
                epoch++;
                startWindow();
            } else if (finished >= limit) {
                startWindow();
            }
        }

        private void startWindow() {
            finished = 0;
            throttled = 0;
        }
    }
}
