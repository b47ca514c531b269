package dev.reflux.activities.teacher.limit;

import java.util.concurrent.Semaphore;

/**
 * Slots for calls in flight: additive increase, multiplicative decrease (Chiu and Jain, 1989) below a ceiling.
 *
 * <p>Starts at the ceiling. Halves when more than a tenth of a window of calls was throttled or late, so that a stray
 * failure costs nothing; each good call gives one slot back. Who came first is served first: a call that others overtook
 * would keep its whole shard waiting.
 */
final class AdaptiveConcurrency {

    private static final int TOLERATED_PART = 10;

    private final Slots slots;

    private int ceiling;
    private int limit;
    private int epoch;
    private int finished;
    private int throttled;

    AdaptiveConcurrency(int ceiling) {
        this.ceiling = ceiling;
        this.limit = ceiling;
        this.slots = new Slots(ceiling);
    }

    /** A fair semaphore whose size may change; it goes below zero while more are in flight than may be. */
    private static final class Slots extends Semaphore {

        private static final long serialVersionUID = 1L;

        Slots(int size) {
            super(size, true);
        }

        void grow(int by) {
            if (by > 0) {
                release(by);
            } else {
                reducePermits(-by);
            }
        }
    }

    /** Waits for a slot. */
    Slot acquire() throws InterruptedException {
        slots.acquire();
        return new Slot(epoch());
    }

    synchronized void changeCeiling(int newCeiling) {
        ceiling = newCeiling;
        changeLimit(newCeiling);
    }

    synchronized int limit() {
        return limit;
    }

    private synchronized int epoch() {
        return epoch;
    }

    private void changeLimit(int newLimit) {
        slots.grow(newLimit - limit);
        limit = newLimit;
    }

    private synchronized void count(Slot slot) {
        // What was already in flight when the limit was halved says nothing about the new limit.
        if (slot.begunIn != epoch) {
            return;
        }
        finished++;
        if (slot.overload) {
            throttled++;
        } else {
            changeLimit(Math.min(ceiling, limit + 1));
        }
        if (throttled > Math.max(1, limit / TOLERATED_PART)) {
            changeLimit(Math.max(1, limit / 2));
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
            count(this);
            slots.release();
        }
    }
}
