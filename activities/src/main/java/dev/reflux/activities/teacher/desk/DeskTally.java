package dev.reflux.activities.teacher.desk;

import dev.reflux.activities.teacher.TeacherDesk.Usage;
import dev.reflux.activities.teacher.TeacherReply;

/** Running sums of what a desk did. Safe for many threads. */
final class DeskTally {

    private Usage sum = new Usage(0, 0, 0, 0, 0, 0);

    synchronized void addPaid(TeacherReply reply, double costUsd) {
        sum = new Usage(
                sum.calls() + 1,
                sum.ledgerHits(),
                sum.inputTokens() + reply.inputTokens(),
                sum.cachedTokens() + reply.cachedTokens(),
                sum.outputTokens() + reply.outputTokens(),
                sum.costUsd() + costUsd);
    }

    synchronized void addHits(long hits) {
        sum = new Usage(
                sum.calls(),
                sum.ledgerHits() + hits,
                sum.inputTokens(),
                sum.cachedTokens(),
                sum.outputTokens(),
                sum.costUsd());
    }

    synchronized Usage sum() {
        return sum;
    }
}
