package dev.reflux.activities.teacher.desk;

import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import java.util.List;
import java.util.function.IntConsumer;

/** The desk that pays for each question once. Safe for many threads. */
final class LedgeredDesk implements TeacherDesk {

    private final Till till;
    private final InFlight inFlight;

    LedgeredDesk(Till till, InFlight inFlight) {
        this.till = till;
        this.inFlight = inFlight;
    }

    @Override
    public String identity() {
        return till.teacher().identity();
    }

    @Override
    public List<Answer> askAll(List<TeacherCall> calls, IntConsumer progress) {
        return new QuestionBatch(calls, till, inFlight).answer(progress);
    }

    @Override
    public Usage usage() {
        return till.tally().sum();
    }
}
