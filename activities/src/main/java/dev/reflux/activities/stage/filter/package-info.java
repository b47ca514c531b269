/**
 * The stage {@code filter}: keeps the texts and answers that a list of rules and, where wanted, a judge of their safety let
 * pass, and masks personal data.
 *
 * <p>It must never ask a model about what a rule has rejected, nor change anything of a sample but what it masks, the answers it
 * drops and the verdicts of its judge.
 */
package dev.reflux.activities.stage.filter;
