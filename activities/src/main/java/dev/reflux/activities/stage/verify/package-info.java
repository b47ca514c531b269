/**
 * The stage {@code verify}: answers are checked by working something out, and a teacher may mend what fails, once.
 *
 * <p>It must never let an answer pass that could not be checked, nor show a teacher the reference.
 */
package dev.reflux.activities.stage.verify;
