/**
 * The check {@code constraints}: an answer does what checkable instructions ask, by the instruction ids and arguments of
 * IFEval (arXiv 2311.07911).
 *
 * <p>It must never guess: an instruction that it does not know, or cannot decide, leaves the answer undecided.
 */
package dev.reflux.activities.stage.verify.constraints;
