/**
 * The learning loop under test: a context for its stages, and the benchmarks that measure it on public data.
 *
 * <p>It must never copy the public data into the repository.
 */
package dev.reflux.activities.learning;
