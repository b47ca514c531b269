/**
 * How teachers are reached: one HTTP client for the whole process, a deadline over each exchange, headers on failures.
 *
 * <p>It must never retry, and never decide whose move a failure is.
 */
package dev.reflux.activities.teacher.http;
