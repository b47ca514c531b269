/**
 * A campaign as a command sees it: loaded from its file, found, started, steered and watched through a Temporal client.
 *
 * <p>It must never print, and never decide what a process exits with.
 */
package dev.reflux.worker.campaign;
