package dev.reflux.activities.teacher.desk;

import dev.reflux.activities.ledger.Ledger;
import dev.reflux.activities.ledger.LedgerEntry;
import dev.reflux.activities.ledger.LedgerEntry.Payer;
import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherRefusedException;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.activities.teacher.limit.TokenEstimate;
import dev.reflux.config.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;

/** Where one call is paid: the budget is reserved, the teacher asked, the answer kept, the reservation ended. */
record Till(Teacher teacher, TeacherLine line, Ledger ledger, Account account, DeskTally tally) {

    private static final String REFUSED = "refused";

    /** Who pays, at which price, from which budget; {@code budgetUsd} is null for none. */
    record Account(Payer payer, Price price, Double budgetUsd, CampaignSpend spend) {}

    /** Who wants an answer, and keeps it. */
    interface Customer {

        /** The teacher has answered: from here on the answer must be kept. */
        void answered();

        /** Keeps an answer; returns when one that was paid for is on disk. */
        void keep(LedgerEntry entry);
    }

    /** Makes one call, and has its answer kept. */
    TeacherReply pay(String key, TeacherCall call, Customer customer) {
        ledger.requireReady();
        try (CampaignSpend.Reservation reservation = reserve(call)) {
            return line.ask(call, asked -> askAndKeep(key, asked, customer, reservation));
        }
    }

    /** Within the limits: a call is in flight until its answer is on disk, so that a crash loses no more than that. */
    private TeacherReply askAndKeep(
            String key, TeacherCall call, Customer customer, CampaignSpend.Reservation reservation) {
        long begunNanos = System.nanoTime();
        TeacherReply reply = ask(call);
        customer.answered();
        teacher.takeSpentQuota().ifPresent(quota -> line.spare(quota, reply));
        Duration latency = Duration.ofNanos(System.nanoTime() - begunNanos);
        double costUsd = account.price().cost(reply.inputTokens(), reply.cachedTokens(), reply.outputTokens());
        reservation.pay(costUsd);
        customer.keep(entry(key, call, reply, costUsd, latency));
        tally.addPaid(reply, costUsd);
        return reply;
    }

    private CampaignSpend.Reservation reserve(TeacherCall call) {
        TokenEstimate tokens = TokenEstimate.of(call);
        double estimateUsd = account.price().cost(tokens.input(), 0, tokens.output());
        try {
            return account.spend().reserve(estimateUsd, account.budgetUsd());
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for room in the budget");
        }
    }

    /** A refusal is an answer, and committed; a request that the server could not read is not. */
    private TeacherReply ask(TeacherCall call) {
        try {
            return teacher.ask(call);
        } catch (TeacherRefusedException refusal) {
            if (REFUSED.equals(refusal.reason())) {
                return RecordedReply.ofRefusal();
            }
            throw refusal;
        }
    }

    private LedgerEntry entry(String key, TeacherCall call, TeacherReply reply, double costUsd, Duration latency) {
        return new LedgerEntry(
                key,
                account.payer(),
                call.about(),
                teacher.model(),
                RecordedReply.write(reply),
                reply.inputTokens(),
                reply.cachedTokens(),
                reply.outputTokens(),
                costUsd,
                latency.toMillis(),
                Instant.now());
    }
}
