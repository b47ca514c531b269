/**
 * Where Reflux runs: the entry point of the process.
 *
 * <p>It must never hold logic of its own: commands, orchestrators and wiring have rooms below.
 */
package dev.reflux.worker;
