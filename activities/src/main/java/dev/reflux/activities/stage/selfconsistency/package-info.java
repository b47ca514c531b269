/**
 * The stage {@code self-consistency}: the final answer that most of a sample's answers come to, with their share.
 *
 * <p>It must never count an answer that it cannot read as a vote, nor break a tie.
 */
package dev.reflux.activities.stage.selfconsistency;
