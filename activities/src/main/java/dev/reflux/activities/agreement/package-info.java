/**
 * How far judges agree, corrected for what chance alone would give.
 *
 * <p>It must never fill in a missing rating, nor give a figure where the formula has none.
 */
package dev.reflux.activities.agreement;
