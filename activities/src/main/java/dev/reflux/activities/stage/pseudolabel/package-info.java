/**
 * The stage {@code pseudo-label}: the teacher labels every sample, with a confidence calibrated on the seeds.
 *
 * <p>It must never let through a label outside the campaign's set, nor show the teacher a seed's own label while asking for it.
 */
package dev.reflux.activities.stage.pseudolabel;
