package dev.reflux.activities.teacher;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * The one door to a campaign's teacher: ledger, budget, limits, teacher, ledger again. Bound to one campaign, round and
 * stage, in whose name it pays.
 */
public interface TeacherDesk {

    /** The teacher's {@link Teacher#identity()}. */
    String identity();

    /**
     * Asks all questions, as many at once as the limits allow. Each finished call is committed before this returns; asked
     * again, it comes from the ledger.
     *
     * @param progress told how many are answered so far; may throw to stop
     * @return answers in the order of the calls
     * @throws TeacherBusyException if some calls still fail after quick retries; the others are committed
     * @throws TeacherMisconfiguredException at the first such failure
     * @throws java.util.concurrent.CancellationException if interrupted; calls in flight are given up
     * @throws BudgetSpentException if the budget allows no further call; what was answered is committed
     */
    List<Answer> askAll(List<TeacherCall> calls, IntConsumer progress);

    /** What this desk did since it was opened. */
    Usage usage();

    /**
     * One answer.
     *
     * @param reply the teacher's words, or null if it refused
     * @param refusal why there is no reply, a kebab-case reason; null where there is one
     * @param paid false if it came from the ledger
     */
    record Answer(TeacherReply reply, String refusal, boolean paid) {}

    /** Calls made and paid, answers the ledger had, tokens and dollars of the paid ones. */
    record Usage(long calls, long ledgerHits, long inputTokens, long cachedTokens, long outputTokens, double costUsd) {

        public Usage plus(Usage other) {
            return new Usage(
                    calls + other.calls,
                    ledgerHits + other.ledgerHits,
                    inputTokens + other.inputTokens,
                    cachedTokens + other.cachedTokens,
                    outputTokens + other.outputTokens,
                    costUsd + other.costUsd);
        }
    }
}
