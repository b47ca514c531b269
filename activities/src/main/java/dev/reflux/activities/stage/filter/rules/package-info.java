/**
 * The rules that {@code filter} measures texts by, each a number with bounds, and the presets of those bounds.
 *
 * <p>It must never throw over a text, whatever is in it, nor know of samples.
 */
package dev.reflux.activities.stage.filter.rules;
