/**
 * What stages that judge have in common: material that is fenced, and replies of reasons and one value.
 *
 * <p>It must never ask a teacher, nor take a reply that cannot be read for a value.
 */
package dev.reflux.activities.judging;
