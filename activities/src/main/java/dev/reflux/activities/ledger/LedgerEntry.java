package dev.reflux.activities.ledger;

import java.time.Instant;
import java.util.Objects;

/**
 * One finished teacher call.
 *
 * @param key SHA-256, in hexadecimal, of what determines the answer: teacher, messages, parameters, sample index
 * @param sample id of the one sample that was asked about, or null
 * @param reply the answer as JSON
 * @param inputTokens tokens sent, cached ones included
 * @param cachedTokens those of them the provider had cached
 * @param at when it was finished
 */
public record LedgerEntry(
        String key,
        Payer payer,
        String sample,
        String model,
        String reply,
        long inputTokens,
        long cachedTokens,
        long outputTokens,
        double costUsd,
        long latencyMillis,
        Instant at) {

    /** Who paid: the campaign's first asker of this call. */
    public record Payer(String campaign, int round, String stage) {

        public Payer {
            Objects.requireNonNull(campaign, "campaign");
            Objects.requireNonNull(stage, "stage");
        }
    }

    public LedgerEntry {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(payer, "payer");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(reply, "reply");
        Objects.requireNonNull(at, "at");
    }
}
