/**
 * Benchmarks of whole campaigns, each in a process of its own against a real Temporal server; docs/benchmarks.md says how to
 * run them.
 *
 * <p>They must never be tests: the machine decides how long they take.
 */
package dev.reflux.worker.benchmark;
