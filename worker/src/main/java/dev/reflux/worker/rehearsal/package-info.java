/**
 * Rehearsals: a campaign run small with made-up answers, and what the real one may take, worked out from that.
 *
 * <p>It must never ask a teacher that costs anything, nor touch the campaign's own workspace.
 */
package dev.reflux.worker.rehearsal;
