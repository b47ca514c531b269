package dev.reflux.activities.teacher.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.ledger.LedgerEntry.Payer;
import dev.reflux.activities.teacher.FakeTeacher;
import dev.reflux.activities.teacher.InMemoryLedger;
import dev.reflux.activities.teacher.Plans;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a crash would lose: answers that are paid for and not yet on disk. */
class AnswersAtRiskTest {

    @Test
    void noMoreAnswersAreOnTheirWayToTheLedgerThanMayBeInFlight() {
        InMemoryLedger slow = new InMemoryLedger(() -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5)));
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger mostAtRisk = new AtomicInteger();
        FakeTeacher teacher = new FakeTeacher(call -> {
            int atRisk = asked.incrementAndGet() - slow.commits();
            mostAtRisk.accumulateAndGet(atRisk, Math::max);
            return FakeTeacher.reply(call.user());
        });

        List<TeacherCall> questions = IntStream.range(0, 100)
                .mapToObj(number -> Plans.call("question " + number))
                .toList();

        try (TeacherDesks desks = new TeacherDesks(slow)) {
            desks.open(Plans.openAi("http://fake", 4), teacher, new Payer("support", 1, "answer"), null)
                    .askAll(questions, done -> {});
        }

        assertThat(mostAtRisk).hasValueLessThanOrEqualTo(4);
    }
}
