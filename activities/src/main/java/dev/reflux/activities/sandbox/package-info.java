/**
 * Runs code that nobody trusts: in bubblewrap, without network, secrets or a writable file system, within limits.
 *
 * <p>It must never run such code in this process, or unconfined where no sandbox is to be had.
 */
package dev.reflux.activities.sandbox;
