package dev.reflux.workflows.campaign;

/**
 * What a campaign's files hold, after reading them whole.
 *
 * @param seeds labelled seeds taken
 * @param pool pool samples to be labelled
 * @param holdout holdout samples
 * @param gold gold labels that belong to a pool sample
 * @param leftOut pool samples left out because they are also a seed or in the holdout
 * @param shards shards the pool was cut into
 * @param labels distinct labels
 */
public record OpenReport(long seeds, long pool, long holdout, long gold, long leftOut, int shards, int labels) {}
