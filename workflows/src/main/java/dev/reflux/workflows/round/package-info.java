/**
 * One round: every shard through the stages, then merge, training and evaluation.
 *
 * <p>Replayed code: it must not see a sample, a file, a clock or a random number other than Temporal's.
 */
package dev.reflux.workflows.round;
