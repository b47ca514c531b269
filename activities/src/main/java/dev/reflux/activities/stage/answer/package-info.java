/**
 * The stage {@code answer}: a teacher answers each sample's text, once or several times.
 *
 * <p>It must never show a teacher the reference, nor leave a chain of thought in the text of an answer.
 */
package dev.reflux.activities.stage.answer;
