package dev.reflux.activities.ledger;

/** What one stage of one round paid to one model. */
public record BooksLine(
        int round,
        String stage,
        String model,
        long calls,
        long inputTokens,
        long cachedTokens,
        long outputTokens,
        double costUsd) {}
