/**
 * The stage {@code generate}: the teacher makes new instructions modelled on the seeds, as in Self-Instruct.
 *
 * <p>It must never let through an instruction that is near one of the seeds, nor take an instruction from a seed as one to itself.
 */
package dev.reflux.activities.stage.generate;
