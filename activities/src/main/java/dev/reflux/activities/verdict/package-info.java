/**
 * What the verdicts on an answer come to, for the stages that choose between answers.
 *
 * <p>It must never take a missing or undecided verdict for a pass, a failure or a score.
 */
package dev.reflux.activities.verdict;
