package dev.reflux.activities.ledger;

/** What one stage of one round paid to one model, in all or about one sample. */
public record BooksLine(
        int round,
        String stage,
        String model,
        long calls,
        long inputTokens,
        long cachedTokens,
        long outputTokens,
        double costUsd) {}
