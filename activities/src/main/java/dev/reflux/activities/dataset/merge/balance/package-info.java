/**
 * Merge step {@code balance}: no group of samples, such as a label or a source, is larger than it may be.
 *
 * <p>It must never make up for what a group lacks, and never choose within a group by anything but score and id.
 */
package dev.reflux.activities.dataset.merge.balance;
