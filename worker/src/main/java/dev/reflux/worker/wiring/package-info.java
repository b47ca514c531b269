/**
 * Puts the rooms together: which activities a worker runs, with what, on which queues.
 *
 * <p>It must never hold a decision about data, teachers or campaigns: only who is given to whom.
 */
package dev.reflux.worker.wiring;
