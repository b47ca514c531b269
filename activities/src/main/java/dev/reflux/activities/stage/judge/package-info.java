/**
 * The stage {@code judge}: models give answers verdicts, aspect by aspect, alone or against each other.
 *
 * <p>It must never take a reply that cannot be read for a score, nor tell a judge who gave an answer.
 */
package dev.reflux.activities.stage.judge;
