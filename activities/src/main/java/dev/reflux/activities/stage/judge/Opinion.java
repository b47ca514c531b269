package dev.reflux.activities.stage.judge;

/**
 * What one judge said about one thing.
 *
 * @param rationale in words, or null
 */
record Opinion(double score, String rationale) {}
