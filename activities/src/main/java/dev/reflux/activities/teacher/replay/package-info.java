/**
 * The teacher that repeats answers recorded in a file. Needs no key and no network.
 *
 * <p>It must never answer what was not recorded, and never take part of a broken recording.
 */
package dev.reflux.activities.teacher.replay;
