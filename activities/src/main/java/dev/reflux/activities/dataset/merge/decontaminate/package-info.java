/**
 * Merge step {@code decontaminate}: samples that hold what a benchmark asks go.
 *
 * <p>It must never reject a sample for a hash alone, and never write a benchmark's texts anywhere.
 */
package dev.reflux.activities.dataset.merge.decontaminate;
