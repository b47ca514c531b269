/**
 * The stage {@code evolve}: instructions are rewritten harder or wider, answers better, step by step.
 *
 * <p>It must never lose a sample whose evolution failed, nor take a reference or check over to an instruction it was not made
 * for.
 */
package dev.reflux.activities.stage.evolve;
