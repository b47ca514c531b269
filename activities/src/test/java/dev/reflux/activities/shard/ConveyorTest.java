package dev.reflux.activities.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConveyorTest {

    @Test
    void handsOverInTheOrderOfPuttingOnWhicheverIsDoneFirst() {
        List<Integer> taken = new ArrayList<>();
        CountDownLatch second = new CountDownLatch(1);
        try (Conveyor<Integer> conveyor = new Conveyor<>(2, taken::add)) {
            conveyor.put(() -> {
                await(second);
                return 1;
            });
            conveyor.put(() -> {
                second.countDown();
                return 2;
            });
            IntStream.rangeClosed(3, 100).forEach(number -> conveyor.put(() -> number));
            conveyor.finish();
        }

        assertThat(taken).isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void holdsNoMoreThanOneBesideThoseWorkedOn() {
        AtomicInteger held = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (Conveyor<Integer> conveyor = new Conveyor<>(3, number -> held.decrementAndGet())) {
            for (int number = 0; number < 1000; number++) {
                conveyor.put(() -> most.accumulateAndGet(held.incrementAndGet(), Math::max));
            }
            conveyor.finish();
        }

        assertThat(held).hasValue(0);
        assertThat(most).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void throwsWhatAPieceThrewOnceItIsItsTurn() {
        List<Integer> taken = new ArrayList<>();
        try (Conveyor<Integer> conveyor = new Conveyor<>(2, taken::add)) {
            conveyor.put(() -> 1);
            conveyor.put(() -> {
                throw new ShardCorruptException("cut");
            });

            assertThatThrownBy(conveyor::finish)
                    .isInstanceOf(ShardCorruptException.class)
                    .hasMessage("cut");
        }
        assertThat(taken).containsExactly(1);
    }

    @Test
    void nothingIsWorkedOnOnceItIsClosed() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        AtomicBoolean isDone = new AtomicBoolean();
        AtomicBoolean isNextBegun = new AtomicBoolean();
        List<String> taken = new ArrayList<>();
        try (Conveyor<String> conveyor = new Conveyor<>(1, taken::add)) {
            conveyor.put(() -> {
                begun.countDown();
                await(closing);
                IntStream.range(0, 1000).forEach(turn -> Thread.yield());
                isDone.set(true);
                return "first";
            });
            conveyor.put(() -> {
                isNextBegun.set(true);
                return "next";
            });
            await(begun);
            new Thread(() -> {
                        while (Thread.getAllStackTraces().values().stream()
                                .noneMatch(stack -> List.of(stack).toString().contains("Conveyor.close"))) {
                            Thread.yield();
                        }
                        closing.countDown();
                    })
                    .start();
        }

        assertThat(isDone).isTrue();
        assertThat(isNextBegun).isFalse();
        assertThat(taken).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
