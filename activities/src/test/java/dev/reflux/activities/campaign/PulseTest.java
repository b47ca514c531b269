package dev.reflux.activities.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PulseTest {

    @Test
    void beatsWithTheLatestProgress() throws InterruptedException {
        BlockingQueue<Progress> beats = new LinkedBlockingQueue<>();
        try (Pulse pulse = Pulse.start(beats::add)) {
            assertThat(beats.poll(10, TimeUnit.SECONDS)).isEqualTo(new Progress(0, 0));
            pulse.progress(3, 10);
            pulse.progress(4, 10);

            assertThat(beats.poll(10, TimeUnit.SECONDS)).isEqualTo(new Progress(4, 10));
        }
    }

    @Test
    void aCancellationStopsTheWorkAtItsNextProgress() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        IllegalStateException cancelled = new IllegalStateException("cancelled");
        try (Pulse pulse = Pulse.start(progress -> {
            told.countDown();
            throw cancelled;
        })) {
            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
            pulse.beat();

            assertThatThrownBy(() -> pulse.progress(1, 2)).isSameAs(cancelled);
        }
    }
}
