package dev.reflux.activities.ledger;

import dev.reflux.activities.shard.WholeFolder;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The file the ledger lies in: opens connections to it, and says in words what is wrong with it.
 *
 * @param busyTimeout how long to wait for another process that is writing
 */
record SqliteFile(Path path, Duration busyTimeout) {

    /** The low byte of an SQLite result code is its family; the rest tells its members apart. */
    private static final int FAMILY = 0xff;

    private static final String BOOKS_NO_SAMPLES = """
            SELECT 1 FROM pragma_table_info('teacher_call') WHERE name = 'call_key'
            AND NOT EXISTS (SELECT 1 FROM pragma_table_info('teacher_call') WHERE name = 'sample')""";

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(20);

    /** Creates the file, its folder and its tables where they are missing. */
    void create() {
        try {
            WholeFolder.make(path.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new LedgerUnavailableException(
                    "Ledger " + path + " needs a folder that can be written; give this user the right to it, or choose"
                            + " another workspace",
                    e);
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            upgrade(statement);
            for (String definition : schema().split(";\\s*")) {
                statement.executeUpdate(definition);
            }
            statement.execute("COMMIT");
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** A ledger from before calls were booked by sample gets the column; its old calls are nobody's. */
    private static void upgrade(Statement statement) throws SQLException {
        boolean isOld;
        try (ResultSet old = statement.executeQuery(BOOKS_NO_SAMPLES)) {
            isOld = old.next();
        }
        if (isOld) {
            statement.executeUpdate("ALTER TABLE teacher_call ADD COLUMN sample TEXT");
        }
    }

    /** Opens a connection, waiting while another process is just creating, recovering or closing the file. */
    Connection connect() throws SQLException {
        long start = System.nanoTime();
        // SQLite heeds its busy timeout in transactions, but not when the journal is switched to WAL.
        RetryConfig patience = RetryConfig.custom()
                .maxAttempts(Integer.MAX_VALUE)
                .waitDuration(BETWEEN_ATTEMPTS)
                .retryOnException(failure -> isBusy(failure) && System.nanoTime() - start < busyTimeout.toNanos())
                .build();
        try {
            return Retry.of("ledger", patience).executeCallable(this::connectAtOnce);
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("opening " + path + " failed with an undeclared exception", e);
        }
    }

    private Connection connectAtOnce() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
        config.setJournalMode(JournalMode.WAL);
        // Survives a power cut too; group commit shares the price of the disk's flush among all callers.
        config.setSynchronous(SynchronousMode.FULL);
        return config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
    }

    private static boolean isBusy(Throwable failure) {
        return failure instanceof SQLException sqlite && family(sqlite) == SQLiteErrorCode.SQLITE_BUSY;
    }

    LedgerUnavailableException unavailable(SQLException failure) {
        return new LedgerUnavailableException("Ledger " + path + " " + diagnosis(failure), failure);
    }

    private String diagnosis(SQLException failure) {
        if (failure.getCause() instanceof NativeLibraryNotFoundException) {
            return "needs the library of SQLite, which must be unpacked into " + System.getProperty("java.io.tmpdir")
                    + " and could not be; free some space on its disk, give this user the right to it, or set"
                    + " -Djava.io.tmpdir in REFLUX_OPTS";
        }
        return switch (family(failure)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                "was locked by another process for more than " + busyTimeout.toMillis()
                        + " ms; end the program that holds it open, then resume";
            case SQLITE_FULL -> "cannot grow, its disk is full; free some space, then resume";
            case SQLITE_NOTADB ->
                "must be an SQLite database, and is not; move that file away, or choose another" + " workspace";
            case SQLITE_CORRUPT ->
                "is damaged; restore it from a backup, or save what is left with"
                        + " `sqlite3 FILE .recover`, then resume";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                "cannot be opened for writing; give this user the" + " right to the file and its folder, then resume";
            case SQLITE_IOERR ->
                "cannot be read or written (" + failure.getMessage() + "); check its disk, then resume";
            default ->
                "refused a statement (" + failure.getMessage() + "); check that no other program changed its"
                        + " tables";
        };
    }

    private static SQLiteErrorCode family(SQLException failure) {
        int code = failure instanceof SQLiteException sqlite ? sqlite.getResultCode().code : failure.getErrorCode();
        return SQLiteErrorCode.getErrorCode(code & FAMILY);
    }

    private static String schema() {
        try (InputStream resource = SqliteFile.class.getResourceAsStream("schema.sql")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("schema.sql of the ledger cannot be read; the installation is broken", e);
        }
    }
}
