/**
 * Confidence: calibration on gold, estimated precision, thresholds.
 *
 * <p>It must never look at the truth it is measured against, the pool's gold.
 */
package dev.reflux.activities.confidence;
