/**
 * The desk before each teacher: ledger, budget, limits, teacher, ledger again.
 *
 * <p>It must never ask what the ledger has, and never hand out an answer that is not committed.
 */
package dev.reflux.activities.teacher.desk;
