/**
 * What replayed code may use, as rules that the modules config and workflows are tested against.
 *
 * <p>A type or call must never be allowed here because a build fails; only because it gives the same result in each replay.
 */
package dev.reflux.config.replay;
