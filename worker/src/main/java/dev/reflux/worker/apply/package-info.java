/**
 * One stage or merge step applied to a file, here and now: to try a filter on a hundred samples before a campaign.
 *
 * <p>It must never need a Temporal, and never ask a teacher past the ledger and its limits.
 */
package dev.reflux.worker.apply;
