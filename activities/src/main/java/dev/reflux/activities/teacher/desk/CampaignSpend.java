package dev.reflux.activities.teacher.desk;

import dev.reflux.activities.ledger.Ledger;
import dev.reflux.activities.teacher.BudgetSpentException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a campaign has spent and what calls in flight may still cost, shared by all its desks in this process.
 *
 * <p>Another process may pass the budget by what it has in flight itself; its spending is seen within a second.
 */
final class CampaignSpend {

    private static final long REREAD_NANOS = Duration.ofSeconds(1).toNanos();

    private final Ledger ledger;
    private final String campaign;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();

    private double spentUsd;
    private double reservedUsd;
    private int reservations;
    private long readNanos;
    private boolean read;

    CampaignSpend(Ledger ledger, String campaign) {
        this.ledger = ledger;
        this.campaign = campaign;
    }

    /**
     * Reserves what a call may cost. Where only the calls in flight stand in the way, waits for them, as most cost less
     * than was reserved.
     *
     * @param budgetUsd null for no budget
     * @throws BudgetSpentException if the call could pass the budget even if nothing else were in flight
     */
    Reservation reserve(double estimateUsd, Double budgetUsd) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (budgetUsd != null) {
                awaitRoom(estimateUsd, budgetUsd);
            }
            reservedUsd += estimateUsd;
            reservations++;
            return new Reservation(estimateUsd);
        } finally {
            lock.unlock();
        }
    }

    /** Room in the budget for one call, until it is closed: after the call's cost, if it has one, is committed. */
    final class Reservation implements AutoCloseable {

        private final double estimateUsd;
        private double costUsd;

        private Reservation(double estimateUsd) {
            this.estimateUsd = estimateUsd;
        }

        /** The call is made and costs this. */
        void pay(double usd) {
            costUsd = usd;
        }

        @Override
        public void close() {
            settle(estimateUsd, costUsd);
        }
    }

    private void settle(double estimateUsd, double costUsd) {
        lock.lock();
        try {
            spentUsd += costUsd;
            reservations--;
            // Sums of doubles leave a rest that would add up over a million calls.
            reservedUsd = reservations == 0 ? 0 : reservedUsd - estimateUsd;
            settled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitRoom(double estimateUsd, double budgetUsd) throws InterruptedException {
        if (!read || System.nanoTime() - readNanos > REREAD_NANOS) {
            reread();
        }
        while (spentUsd + reservedUsd + estimateUsd > budgetUsd) {
            if (spentUsd + estimateUsd > budgetUsd) {
                // A call that is committed but not yet settled may have been counted twice: the ledger decides.
                reread();
                failIfSpent(estimateUsd, budgetUsd);
            }
            if (reservations == 0) {
                return;
            }
            settled.await();
        }
    }

    private void failIfSpent(double estimateUsd, double budgetUsd) {
        if (spentUsd + estimateUsd > budgetUsd) {
            throw new BudgetSpentException(String.format(
                    Locale.ROOT,
                    "Budget of campaign %s must cover the next call, about %.6f USD, got %.6f of %.6f USD left; raise budget.usd",
                    campaign,
                    estimateUsd,
                    Math.max(0, budgetUsd - spentUsd),
                    budgetUsd));
        }
    }

    private void reread() {
        spentUsd = ledger.spentUsd(campaign);
        readNanos = System.nanoTime();
        read = true;
    }
}
