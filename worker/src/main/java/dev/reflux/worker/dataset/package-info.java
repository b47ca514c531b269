/**
 * Datasets as users name them: a file, a campaign, or a round of one; read sample by sample, whatever their layout.
 *
 * <p>It must never write anything, never hold a whole dataset in memory, and never pass over a bad line without counting it.
 */
package dev.reflux.worker.dataset;
