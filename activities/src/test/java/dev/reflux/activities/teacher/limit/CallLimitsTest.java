package dev.reflux.activities.teacher.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reflux.activities.teacher.FakeTeacher;
import dev.reflux.activities.teacher.Plans;
import dev.reflux.activities.teacher.SpentQuota;
import dev.reflux.activities.teacher.SpentQuota.Unit;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherBusyException.Kind;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.activities.teacher.TeacherReply;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallLimitsTest {

    private static final Duration OPEN = Duration.ofMillis(300);
    private static final Patience QUICK = new Patience(Duration.ofSeconds(2), Duration.ofMillis(1), OPEN);

    private final CallLimits limits = new CallLimits("fake", Plans.limits(8, Duration.ofSeconds(1)), QUICK);

    @Test
    void sitsOutShortFailures() {
        AtomicInteger failures = new AtomicInteger(3);
        FakeTeacher teacher = new FakeTeacher(call -> {
            if (failures.getAndDecrement() > 0) {
                throw new TeacherBusyException("down", null, null);
            }
            return FakeTeacher.reply("up");
        });

        assertThat(ask(teacher).text()).isEqualTo("up");
        assertThat(teacher.asked()).isEqualTo(4);
    }

    @Test
    void givesUpAfterFourAttempts() {
        FakeTeacher teacher = busy(null);

        assertThatThrownBy(() -> ask(teacher))
                .isInstanceOf(TeacherBusyException.class)
                .hasMessage("busy");
        assertThat(teacher.asked()).isEqualTo(4);
    }

    @Test
    void neverRepeatsWhatTheUserMustChange() {
        FakeTeacher teacher = new FakeTeacher(call -> {
            throw new TeacherMisconfiguredException("wrong key", null);
        });

        assertThatThrownBy(() -> ask(teacher)).isInstanceOf(TeacherMisconfiguredException.class);
        assertThat(teacher.asked()).isEqualTo(1);
    }

    @Test
    void aLongWaitGoesUpAtOnceAndHoldsForAllCallers() {
        FakeTeacher throttled = busy(Duration.ofSeconds(60));
        FakeTeacher neverAsked = new FakeTeacher(call -> FakeTeacher.reply("too early"));

        assertThatThrownBy(() -> ask(throttled)).isInstanceOf(TeacherBusyException.class);
        TeacherBusyException other = catchThrowableOfType(TeacherBusyException.class, () -> ask(neverAsked));

        assertThat(other.retryAfter()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
        assertThat(throttled.asked()).isEqualTo(1);
        assertThat(neverAsked.asked()).isZero();
    }

    @Test
    void nobodyAsksBeforeASpentQuotaIsBackForAllThatMayBeInFlight() {
        FakeTeacher teacher = new FakeTeacher(call -> FakeTeacher.reply("too early"));
        limits.spare(new SpentQuota(Unit.REQUESTS, 16, Duration.ofSeconds(60)), 15);

        TeacherBusyException busy = catchThrowableOfType(TeacherBusyException.class, () -> ask(teacher));

        assertThat(busy.retryAfter()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
        assertThat(teacher.asked()).isZero();
    }

    @Test
    void aShortWaitIsKeptByAllCallers() {
        AtomicBoolean first = new AtomicBoolean(true);
        FakeTeacher teacher = new FakeTeacher(call -> {
            if (first.getAndSet(false)) {
                throw new TeacherBusyException(Kind.THROTTLED, "busy", Duration.ofMillis(400), null);
            }
            return FakeTeacher.reply("later");
        });
        long begun = System.nanoTime();

        assertThat(ask(teacher).text()).isEqualTo("later");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void leavesADeadTeacherAloneAndFindsItWhenItIsBack() {
        AtomicBoolean dead = new AtomicBoolean(true);
        FakeTeacher teacher = new FakeTeacher(call -> {
            if (dead.get()) {
                throw new TeacherBusyException("refused", null, null);
            }
            return FakeTeacher.reply("back");
        });
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> ask(teacher)).isInstanceOf(TeacherBusyException.class);
        }
        assertThat(teacher.asked()).isLessThan(40);

        dead.set(false);
        assertThat(ask(teacher).text()).isEqualTo("back");
    }

    @Test
    void anOpenCircuitSaysHowLongItIsOpen() {
        CallLimits patient = new CallLimits(
                "fake",
                Plans.limits(8, Duration.ofSeconds(1)),
                new Patience(Duration.ofSeconds(2), Duration.ofMillis(1), Duration.ofSeconds(30)));
        FakeTeacher dead = busy(null);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> patient.ask(Plans.call("hi"), dead::ask)).isInstanceOf(TeacherBusyException.class);
        }

        TeacherBusyException open =
                catchThrowableOfType(TeacherBusyException.class, () -> patient.ask(Plans.call("hi"), dead::ask));

        assertThat(dead.asked()).isEqualTo(20);
        assertThat(open.retryAfter()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
    }

    @Test
    void beingThrottledIsNotBeingDown() {
        AtomicInteger calls = new AtomicInteger();
        FakeTeacher teacher = new FakeTeacher(call -> {
            if (calls.getAndIncrement() < 100) {
                throw new TeacherBusyException(Kind.THROTTLED, "slow down", Duration.ZERO, null);
            }
            return FakeTeacher.reply("at last");
        });
        for (int i = 0; i < 25; i++) {
            assertThatThrownBy(() -> ask(teacher)).hasMessage("slow down");
        }

        assertThat(ask(teacher).text()).isEqualTo("at last");
    }

    @Test
    void oneCallInEightMayFailWithoutTheCircuitOpening() {
        AtomicInteger calls = new AtomicInteger();
        FakeTeacher teacher = new FakeTeacher(call -> {
            if (calls.getAndIncrement() % 8 == 0) {
                throw new TeacherBusyException("500", null, null);
            }
            return FakeTeacher.reply("ok");
        });

        for (int i = 0; i < 500; i++) {
            assertThat(ask(teacher).text()).isEqualTo("ok");
        }
    }

    @Test
    void failuresThatReturnBeforeTheFirstAnswersAreNotAnOutage() {
        CallLimits wide = new CallLimits("fake", Plans.limits(200, Duration.ofSeconds(1)), QUICK);
        for (int i = 0; i < 40; i++) {
            assertThatThrownBy(() -> wide.ask(Plans.call("hi"), busy(null)::ask))
                    .hasMessage("busy");
        }

        assertThat(wide.ask(Plans.call("hi"), call -> FakeTeacher.reply("ok")).text())
                .isEqualTo("ok");
    }

    private TeacherReply ask(FakeTeacher teacher) {
        return limits.ask(Plans.call("hi"), teacher::ask);
    }

    private static FakeTeacher busy(Duration retryAfter) {
        return new FakeTeacher(call -> {
            throw new TeacherBusyException("busy", retryAfter, null);
        });
    }
}
