/**
 * What a campaign leaves for people and for programs: its report and its summary, written together when it closes.
 *
 * <p>It must never hold a whole dataset in memory, never show a secret, and never depend on the time it is written.
 */
package dev.reflux.activities.report;
