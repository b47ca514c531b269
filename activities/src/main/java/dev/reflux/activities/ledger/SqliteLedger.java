package dev.reflux.activities.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The ledger in one SQLite file on this machine's disk. Several processes may open the same file; it must not lie on a
 * network file system, whose locks SQLite cannot trust.
 */
public final class SqliteLedger implements Ledger {

    /** How long a writer waits for another process before it gives up. */
    public static final Duration BUSY_TIMEOUT = Duration.ofSeconds(20);

    /** Keys in one query: below the least limit on parameters that SQLite and PostgreSQL have (999). */
    private static final int KEYS_AT_ONCE = 500;

    private static final String SPENT = "SELECT COALESCE(SUM(cost_usd), 0) FROM teacher_call WHERE campaign = ?";

    private static final String BOOKS = """
            SELECT round, stage, model, COUNT(*), SUM(input_tokens), SUM(cached_tokens), SUM(output_tokens), SUM(cost_usd)
            FROM teacher_call WHERE campaign = ? %s
            GROUP BY round, stage, model ORDER BY round, stage, model""";

    private static final String ABOUT_ONE = "AND sample = ?";

    private final SqliteFile file;
    private final GroupCommit commits;
    private final Connection reader;
    private final ReentrantLock reading = new ReentrantLock();

    private SqliteLedger(SqliteFile file, GroupCommit commits, Connection reader) {
        this.file = file;
        this.commits = commits;
        this.reader = reader;
    }

    /** Opens the ledger, creating it where it is missing, with the usual {@link #BUSY_TIMEOUT}. */
    public static SqliteLedger open(Path path) {
        return open(path, BUSY_TIMEOUT);
    }

    /**
     * Opens the ledger, creating it where it is missing.
     *
     * @throws LedgerUnavailableException if it is no database, damaged, locked for longer than {@code busyTimeout}, or
     *     not to be written
     */
    public static SqliteLedger open(Path path, Duration busyTimeout) {
        SqliteFile file = new SqliteFile(path, busyTimeout);
        file.create();
        try {
            return new SqliteLedger(file, new GroupCommit(file), file.connect());
        } catch (SQLException e) {
            throw file.unavailable(e);
        }
    }

    @Override
    public Map<String, LedgerEntry> find(Collection<String> keys) {
        List<String> distinct = new ArrayList<>(new LinkedHashSet<>(keys));
        Map<String, LedgerEntry> found = new TreeMap<>();
        for (int from = 0; from < distinct.size(); from += KEYS_AT_ONCE) {
            List<String> some = distinct.subList(from, Math.min(from + KEYS_AT_ONCE, distinct.size()));
            List<LedgerEntry> entries = query(LedgerRow.select(some.size()), some, LedgerRow::read);
            entries.forEach(entry -> found.put(entry.key(), entry));
        }
        return found;
    }

    @Override
    public void requireReady() {
        commits.requireReady();
    }

    @Override
    public void commit(LedgerEntry entry) {
        commits.commit(List.of(entry));
    }

    @Override
    public void commitAll(List<LedgerEntry> entries) {
        commits.commit(entries);
    }

    @Override
    public double spentUsd(String campaign) {
        return query(SPENT, List.of(campaign), row -> row.getDouble(1)).get(0);
    }

    @Override
    public List<BooksLine> books(String campaign) {
        return query(BOOKS.formatted(""), List.of(campaign), SqliteLedger::booksLine);
    }

    @Override
    public List<BooksLine> books(String campaign, String sample) {
        return query(BOOKS.formatted(ABOUT_ONE), List.of(campaign, sample), SqliteLedger::booksLine);
    }

    @Override
    public void close() {
        reading.lock();
        try {
            commits.close();
            reader.close();
        } catch (SQLException e) {
            throw file.unavailable(e);
        } finally {
            reading.unlock();
        }
    }

    private static BooksLine booksLine(ResultSet row) throws SQLException {
        return new BooksLine(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getDouble(8));
    }

    private <T> List<T> query(String sql, List<String> parameters, RowReader<T> read) {
        reading.lock();
        try (PreparedStatement query = reader.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                query.setString(i + 1, parameters.get(i));
            }
            List<T> answers = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    answers.add(read.of(rows));
                }
            }
            return answers;
        } catch (SQLException e) {
            throw file.unavailable(e);
        } finally {
            reading.unlock();
        }
    }

    /** Reads the row a result set stands on. */
    private interface RowReader<T> {
        T of(ResultSet row) throws SQLException;
    }
}
