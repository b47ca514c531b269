/**
 * The stage {@code personas}: instructions as different people would ask them, or answers as they would give them.
 *
 * <p>It must never let one persona colour a sample twice.
 */
package dev.reflux.activities.stage.personas;
