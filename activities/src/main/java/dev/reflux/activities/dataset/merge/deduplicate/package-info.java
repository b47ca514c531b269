/**
 * Merge step {@code deduplicate}: of samples that say the same, or nearly the same, the best one stays.
 *
 * <p>It must never call two samples duplicates whose shingles or vectors it has not compared, never empty a component, and never
 * trust signatures that are not of the dataset they lie beside.
 */
package dev.reflux.activities.dataset.merge.deduplicate;
