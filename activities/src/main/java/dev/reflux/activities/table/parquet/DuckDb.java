package dev.reflux.activities.table.parquet;

import dev.reflux.activities.table.TableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

/** A database in memory, bounded in memory and threads, that loads nothing from outside. */
final class DuckDb {

    private static final String DRIVER = "org.duckdb.DuckDBDriver";

    private static final List<String> SETTINGS = List.of(
            "SET memory_limit = '512MB'",
            "SET threads = 2",
            "SET autoload_known_extensions = false",
            "SET autoinstall_known_extensions = false");

    private DuckDb() {}

    /**
     * Opens a database.
     *
     * @param file for which it is wanted; what does not fit into memory is put beside it
     * @throws TableException if the library is not there
     */
    static Connection open(Path file) {
        try {
            Properties streaming = new Properties();
            streaming.setProperty("jdbc_stream_results", "true");
            Connection database = driver(file).connect("jdbc:duckdb:", streaming);
            run(database, SETTINGS);
            run(
                    database,
                    List.of("SET temp_directory = "
                            + quoted(file.toAbsolutePath().getParent())));
            return database;
        } catch (SQLException e) {
            throw failed(file, "must find a working DuckDB library", e);
        }
    }

    /** Opens a database beside what the caller does meanwhile: the first of a process unpacks 80 MB of native code. */
    static CompletableFuture<Connection> opening(Path file) {
        return CompletableFuture.supplyAsync(() -> open(file));
    }

    private static Driver driver(Path file) {
        try {
            return (Driver) Class.forName(DRIVER).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new TableException(
                    file,
                    "needs the library duckdb_jdbc on the class path, got a deployment without it",
                    "add it, or use .jsonl.zst",
                    e);
        }
    }

    static void run(Connection database, List<String> statements) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static void close(Connection database, Path file) {
        try {
            database.close();
        } catch (SQLException e) {
            throw failed(file, "must be closed", e);
        }
    }

    /** A text, or a path as it is, as an SQL literal. */
    static String quoted(Object text) {
        return "'" + text.toString().replace("'", "''") + "'";
    }

    /** A path as an SQL literal that stands for this file alone, whatever characters of a pattern are in its name. */
    static String literal(Path file) {
        return quoted(file.toAbsolutePath().toString().replaceAll("[\\[*?]", "[$0]"));
    }

    static TableException failed(Path file, String rule, SQLException cause) {
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new TableException(file, rule + ", got " + message, "fetch or make it again, and check its disk", cause);
    }
}
