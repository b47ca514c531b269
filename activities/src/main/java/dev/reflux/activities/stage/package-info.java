/**
 * What a stage is, and the list of all of them. Each stage has a room of its own below this package.
 *
 * <p>Stages must never import each other, and never reach a teacher except through the desk in their context.
 */
package dev.reflux.activities.stage;
