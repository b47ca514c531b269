/**
 * The campaign: opens its inputs, runs round after round, decides when to stop, closes with exports and report.
 *
 * <p>Replayed code: it must not see a sample, a file, a clock or a random number other than Temporal's.
 */
package dev.reflux.workflows.campaign;
