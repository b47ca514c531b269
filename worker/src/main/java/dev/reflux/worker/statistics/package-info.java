/**
 * What a dataset is like, counted in one pass: labels, languages, lengths, verdicts, repetitions.
 *
 * <p>It must never need more memory for a larger dataset beyond the bounds that its classes name.
 */
package dev.reflux.worker.statistics;
