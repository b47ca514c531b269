/**
 * The stage {@code branch-solve-merge}: an instruction, or its judging, is split into parts, each is solved, and one result
 * is merged of them.
 *
 * <p>It must never merge what is incomplete, nor show whoever plans a judgement the answers to be judged.
 */
package dev.reflux.activities.stage.branchsolvemerge;
