package dev.reflux.activities.ledger;

import dev.reflux.activities.ledger.LedgerEntry.Payer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A ledger entry as a row of {@code teacher_call}, and the statements that write and read it. */
final class LedgerRow {

    static final String INSERT = """
            INSERT INTO teacher_call (call_key, campaign, round, stage, model, input_tokens, cached_tokens,
                output_tokens, cost_usd, latency_millis, finished_at, sample, reply)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    private static final String SELECT = """
            SELECT call_key, campaign, round, stage, model, input_tokens, cached_tokens,
                output_tokens, cost_usd, latency_millis, finished_at, sample, reply
            FROM teacher_call WHERE call_key IN (%s)""";

    private LedgerRow() {}

    /** The statement that finds so many keys. */
    static String select(int keys) {
        return SELECT.formatted("?, ".repeat(keys - 1) + "?");
    }

    static void bind(PreparedStatement insert, LedgerEntry entry) throws SQLException {
        insert.setString(1, entry.key());
        insert.setString(2, entry.payer().campaign());
        insert.setInt(3, entry.payer().round());
        insert.setString(4, entry.payer().stage());
        insert.setString(5, entry.model());
        insert.setLong(6, entry.inputTokens());
        insert.setLong(7, entry.cachedTokens());
        insert.setLong(8, entry.outputTokens());
        insert.setDouble(9, entry.costUsd());
        insert.setLong(10, entry.latencyMillis());
        insert.setString(11, entry.at().toString());
        insert.setString(12, entry.sample());
        insert.setString(13, entry.reply());
    }

    static LedgerEntry read(ResultSet row) throws SQLException {
        Payer payer = new Payer(row.getString(2), row.getInt(3), row.getString(4));
        return new LedgerEntry(
                row.getString(1),
                payer,
                row.getString(12),
                row.getString(5),
                row.getString(13),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getDouble(9),
                row.getLong(10),
                Instant.parse(row.getString(11)));
    }
}
