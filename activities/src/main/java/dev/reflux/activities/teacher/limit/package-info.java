/**
 * How much a teacher is asked at once and a minute, and how its short failures are sat out.
 *
 * <p>It must never wait long: what takes more than seconds goes up as busy, for the orchestrator to wait for.
 */
package dev.reflux.activities.teacher.limit;
