package dev.reflux.activities.ledger;

import dev.reflux.activities.ledger.LedgerEntry.Payer;
import java.time.Instant;

/** Ledger entries to test with. */
final class LedgerEntries {

    static final Instant AT = Instant.parse("2026-11-01T08:00:00.123456Z");

    private LedgerEntries() {}

    static LedgerEntry of(String key) {
        return of(key, new Payer("support", 1, "pseudo-label"), 0.25);
    }

    static LedgerEntry of(String key, Payer payer, double costUsd) {
        return about(null, key, payer, costUsd);
    }

    static LedgerEntry about(String sample, String key, Payer payer, double costUsd) {
        return new LedgerEntry(
                key, payer, sample, "small-model", "{\"label\":\"é" + key + "\"}", 100, 40, 7, costUsd, 350, AT);
    }
}
