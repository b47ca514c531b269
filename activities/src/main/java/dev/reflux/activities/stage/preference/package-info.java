/**
 * The stage {@code preference}: pairs of a chosen and a rejected answer, or answers marked one by one.
 *
 * <p>It must never make a pair of a tie or of the same text twice, nor take a missing rating for one.
 */
package dev.reflux.activities.stage.preference;
