/**
 * The stage {@code generate}: the teacher makes new instructions: modelled on the seeds, about documents, for draws
 * from a grid, or by playing the user.
 *
 * <p>It must never let through an instruction that is near one of the seeds, nor take an instruction from a seed as one to itself.
 */
package dev.reflux.activities.stage.generate;
