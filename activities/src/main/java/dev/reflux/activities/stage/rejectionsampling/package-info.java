/**
 * The stage {@code rejection-sampling}: keeps the answers that pass, and of those the best or the distinct ones.
 *
 * <p>It must never take an answer that nobody could decide on for one that passes.
 */
package dev.reflux.activities.stage.rejectionsampling;
