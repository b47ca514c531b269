/**
 * The stage {@code filter}: keeps the texts and answers that a list of rules lets pass, and masks personal data.
 *
 * <p>It must never ask a model, nor change anything of a sample but what it masks and the answers it drops.
 */
package dev.reflux.activities.stage.filter;
