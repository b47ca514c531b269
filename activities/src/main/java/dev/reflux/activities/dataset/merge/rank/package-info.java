/**
 * Merge step {@code rank}: the samples that score best, and of those that mean the same only the best.
 *
 * <p>It must never take a score that is missing for a low one, and never hold the vectors of samples that go.
 */
package dev.reflux.activities.dataset.merge.rank;
