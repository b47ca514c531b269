/**
 * The confidence filter: by a fixed threshold, by a share of each label, or by a target precision.
 *
 * <p>It must never lower a threshold to have something to accept.
 */
package dev.reflux.activities.stage.confidencefilter;
