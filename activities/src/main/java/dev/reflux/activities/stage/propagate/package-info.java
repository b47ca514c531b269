/**
 * Label propagation: what is thought of a text is balanced against what is thought of the texts that resemble it.
 *
 * <p>It must never judge itself on seeds whose labels it, or the teacher's head it starts from, has seen.
 */
package dev.reflux.activities.stage.propagate;
