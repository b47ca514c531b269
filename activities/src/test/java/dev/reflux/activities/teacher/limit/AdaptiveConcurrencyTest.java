package dev.reflux.activities.teacher.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.teacher.limit.AdaptiveConcurrency.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AdaptiveConcurrencyTest {

    private final AdaptiveConcurrency concurrency = new AdaptiveConcurrency(40);

    @Test
    void staysAtTheCeilingWhileTheTeacherIsWell() throws InterruptedException {
        finish(acquire(40), 0);
        finish(acquire(40), 0);

        assertThat(concurrency.limit()).isEqualTo(40);
    }

    @Test
    void aStrayFailureCostsNothing() throws InterruptedException {
        for (int window = 0; window < 10; window++) {
            finish(acquire(40), 3);
        }

        assertThat(concurrency.limit()).isEqualTo(40);
    }

    @Test
    void halvesOnceForAWindowThatIsThrottled() throws InterruptedException {
        finish(acquire(40), 40);

        assertThat(concurrency.limit()).isEqualTo(20);
    }

    @Test
    void goesDownToOneAndComesBack() throws InterruptedException {
        for (int window = 0; window < 20; window++) {
            finish(acquire(concurrency.limit()), Integer.MAX_VALUE);
        }
        assertThat(concurrency.limit()).isEqualTo(1);

        for (int call = 0; call < 39; call++) {
            finish(acquire(1), 0);
        }
        assertThat(concurrency.limit()).isEqualTo(40);
    }

    @Test
    void wakesAWaitingCallerWhenASlotIsFreed() throws Exception {
        List<Slot> taken = acquire(40);
        CompletableFuture<Slot> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return concurrency.acquire();
            } catch (InterruptedException interrupt) {
                throw new IllegalStateException(interrupt);
            }
        });
        taken.get(0).release();

        waiting.get(10, TimeUnit.SECONDS).release();
    }

    /** A call that is overtaken again and again keeps its shard, and with it a place in the window, waiting. */
    @Test
    void whoWaitsIsServedBeforeWhoComesBack() throws InterruptedException {
        AdaptiveConcurrency single = new AdaptiveConcurrency(1);
        List<String> order = new CopyOnWriteArrayList<>();
        Slot first = single.acquire();
        Thread waiting = new Thread(() -> {
            try {
                Slot slot = single.acquire();
                order.add("waited");
                slot.release();
            } catch (InterruptedException interrupt) {
                order.add("interrupted");
            }
        });
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        first.release();
        Slot again = single.acquire();
        order.add("came back");
        again.release();

        assertThat(order).containsExactly("waited", "came back");
    }

    @Test
    void followsAnOperatorWhoChangesTheCeiling() throws InterruptedException {
        concurrency.changeCeiling(3);
        finish(acquire(3), 0);

        assertThat(concurrency.limit()).isEqualTo(3);
    }

    private List<Slot> acquire(int count) throws InterruptedException {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slots.add(concurrency.acquire());
        }
        return slots;
    }

    private static void finish(List<Slot> slots, int overloads) {
        for (int i = 0; i < slots.size(); i++) {
            if (i < overloads) {
                slots.get(i).markOverload();
            }
            slots.get(i).release();
        }
    }
}
