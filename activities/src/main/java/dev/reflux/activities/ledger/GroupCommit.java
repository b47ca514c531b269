package dev.reflux.activities.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes ledger entries with one thread: whatever callers hand in while a transaction is under way shares the next one,
 * so that a flush of the disk is paid by a crowd and not by each.
 */
final class GroupCommit implements AutoCloseable {

    /** Callers in one transaction at most: keeps it to some milliseconds, so that other processes get their turn. */
    private static final int MOST_CALLERS = 1_000;

    private final SqliteFile file;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(3);

    private final Connection connection;
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final ReentrantLock door = new ReentrantLock();
    private final Order last = new Order(List.of(), new CompletableFuture<>());
    private volatile Failed failed;
    private boolean closed;

    private record Failed(SQLException why, long atNanos) {}

    private record Order(List<LedgerEntry> entries, CompletableFuture<Void> done) {}

    GroupCommit(SqliteFile file) throws SQLException {
        this.file = file;
        this.connection = file.connect();
        Thread writer = new Thread(this::writeUntilLast, "reflux-ledger-writer");
        writer.setDaemon(true);
        writer.start();
    }

    /** Fails for a while after a commit has failed, so that those who wait their turn pay for nothing that is lost. */
    void requireReady() {
        Failed last = failed;
        if (last != null && System.nanoTime() - last.atNanos() < AFTER_FAILURE.toNanos()) {
            throw file.unavailable(last.why());
        }
    }

    /** Returns when the entries are on disk. Does not heed interruption: what is paid for is kept. */
    void commit(List<LedgerEntry> entries) {
        Order order = new Order(List.copyOf(entries), new CompletableFuture<>());
        hand(order);
        try {
            order.done().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw file.unavailable(failure);
            }
            throw e;
        }
    }

    private void hand(Order order) {
        door.lock();
        try {
            if (closed) {
                throw new IllegalStateException("ledger " + file.path() + " is closed");
            }
            orders.add(order);
        } finally {
            door.unlock();
        }
    }

    private void writeUntilLast() {
        List<Order> group = new ArrayList<>();
        do {
            group.clear();
            group.add(takeFirst());
            orders.drainTo(group, MOST_CALLERS - 1);
            write(group);
        } while (group.get(group.size() - 1) != last);
    }

    private Order takeFirst() {
        while (true) {
            try {
                return orders.take();
            } catch (InterruptedException e) {
                // Nobody owns this thread but this class, which ends it by an order: there is no one to obey.
                continue;
            }
        }
    }

    private void write(List<Order> group) {
        try (Statement transaction = connection.createStatement()) {
            // By hand: with auto-commit off, the driver would begin the next transaction at once and hold the lock.
            transaction.execute("BEGIN IMMEDIATE");
            insertAll(group, transaction);
            failed = null;
            group.forEach(order -> order.done().complete(null));
        } catch (SQLException e) {
            failed = new Failed(e, System.nanoTime());
            group.forEach(order -> order.done().completeExceptionally(e));
        } catch (RuntimeException e) {
            group.forEach(order -> order.done().completeExceptionally(e));
        }
    }

    private void insertAll(List<Order> group, Statement transaction) throws SQLException {
        try {
            insert(group);
            transaction.execute("COMMIT");
        } catch (SQLException | RuntimeException e) {
            rollBack(transaction, e);
            throw e;
        }
    }

    private void insert(List<Order> group) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(LedgerRow.INSERT)) {
            for (Order order : group) {
                for (LedgerEntry entry : order.entries()) {
                    LedgerRow.bind(insert, entry);
                    insert.executeUpdate();
                }
            }
        }
    }

    private static void rollBack(Statement transaction, Exception failure) {
        try {
            transaction.execute("ROLLBACK");
        } catch (SQLException e) {
            failure.addSuppressed(e); // A full disk has rolled it back already.
        }
    }

    /** Commits what was handed in before, then lets go of the file. */
    @Override
    public void close() throws SQLException {
        door.lock();
        try {
            if (!closed) {
                closed = true;
                orders.add(last);
            }
        } finally {
            door.unlock();
        }
        last.done().handle((done, failure) -> done).join();
        connection.close();
    }
}
