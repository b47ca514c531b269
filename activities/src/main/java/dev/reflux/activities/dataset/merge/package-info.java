/**
 * Steps over the whole of a round's dataset: each sees every sample once and then rules which of them go, and what becomes
 * of those that stay.
 *
 * <p>It must never hold the dataset's texts in memory, and never let the order of the samples or their shards decide.
 */
package dev.reflux.activities.dataset.merge;
