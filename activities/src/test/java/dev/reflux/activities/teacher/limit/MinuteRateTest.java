package dev.reflux.activities.teacher.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MinuteRateTest {

    @Test
    void handsOutPermitsEvenlyFromTheStart() {
        MinuteRate rate = MinuteRate.of("requests", 1200);

        Duration elapsed = elapsed(() -> {
            for (int i = 0; i < 11; i++) {
                rate.acquire(1);
            }
        });

        assertThat(elapsed).isGreaterThan(Duration.ofMillis(450));
    }

    @Test
    void keepsToHighRatesToo() {
        MinuteRate rate = MinuteRate.of("requests", 60_000);

        Duration elapsed = elapsed(() -> {
            for (int i = 0; i < 510; i++) {
                rate.acquire(1);
            }
        });

        assertThat(elapsed).isGreaterThan(Duration.ofMillis(450));
    }

    @Test
    void takesWhatExceedsAPeriodFromPeriodsToCome() {
        MinuteRate rate = MinuteRate.of("tokens", 60_000);

        assertThat(elapsed(() -> rate.acquire(510))).isGreaterThan(Duration.ofMillis(450));
    }

    @Test
    void givesBackWhatWasNotUsed() {
        MinuteRate rate = MinuteRate.of("tokens", 60);
        rate.settle(30);
        rate.settle(-30);

        assertThat(elapsed(() -> rate.acquire(1))).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void takesLaterWhatWasUsedBeyondTheEstimate() {
        MinuteRate rate = MinuteRate.of("tokens", 60_000);
        rate.settle(500);

        assertThat(elapsed(() -> rate.acquire(10))).isGreaterThan(Duration.ofMillis(400));
    }

    @Test
    void noLimitNeverWaits() {
        MinuteRate rate = MinuteRate.of("tokens", null);

        rate.acquire(Long.MAX_VALUE);
        rate.settle(Long.MAX_VALUE);
    }

    private static Duration elapsed(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
