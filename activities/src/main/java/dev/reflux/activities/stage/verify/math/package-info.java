/**
 * The check {@code math}: an answer's final answer is compared with the reference by its value.
 *
 * <p>It must never let a number near the right one pass for it, nor tell what the reference is.
 */
package dev.reflux.activities.stage.verify.math;
