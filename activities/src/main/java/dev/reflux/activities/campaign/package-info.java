/**
 * The campaign's and the round's activities as Temporal sees them; the heartbeat and the
 * failure mapping that all activities share.
 *
 * <p>It must never decide anything about data: it only hands on.
 */
package dev.reflux.activities.campaign;
