/**
 * Every teacher call, paid once: looked up before it is made, committed before anything is built on it; and the books.
 *
 * <p>It must never answer from a row that was not committed, and never hold a secret.
 */
package dev.reflux.activities.ledger;
