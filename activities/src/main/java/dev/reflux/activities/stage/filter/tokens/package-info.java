/**
 * Counts the tokens of a text as a model's tokenizer does.
 *
 * <p>It must never fetch anything: encodings come with their library, other tokenizers from the user's file.
 */
package dev.reflux.activities.stage.filter.tokens;
