/**
 * Which Temporal a command speaks to, how it is reached or started, and how it is ended.
 *
 * <p>It must never know what a campaign is, and never end a server that another process uses.
 */
package dev.reflux.worker.orchestrator;
