/**
 * Merge step {@code deduplicate}: of samples that say the same, or nearly the same, the best one stays.
 *
 * <p>It must never call two samples duplicates whose shingles it has not compared, and never empty a component.
 */
package dev.reflux.activities.dataset.merge.deduplicate;
