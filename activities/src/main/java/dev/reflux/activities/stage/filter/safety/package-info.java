/**
 * The judge of stage {@code filter}: whether what a sample asks or answers does harm, as a teacher sees it.
 *
 * <p>It must never take a reply that cannot be read, or none, for a word that something is safe.
 */
package dev.reflux.activities.stage.filter.safety;
