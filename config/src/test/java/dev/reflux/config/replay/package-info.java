/**
 * What replayed code may use, as rules that the modules config and workflows are tested against.
 *
 * <p>A type or call must never be allowed because a build fails, only because it gives the same in each replay.
 */
package dev.reflux.config.replay;
