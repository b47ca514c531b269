/**
 * When things happen: names and messages that workflows, workers and clients share.
 *
 * <p>Everything below this package is replayed: it must use nothing but config and the Temporal API.
 */
package dev.reflux.workflows;
