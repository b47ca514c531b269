/**
 * Merge step {@code split}: parts of a dataset for training, validation and test, which nothing alike straddles.
 *
 * <p>It must never move a sample whose provenance names a part, and never let two samples of one group into different parts.
 */
package dev.reflux.activities.dataset.merge.split;
