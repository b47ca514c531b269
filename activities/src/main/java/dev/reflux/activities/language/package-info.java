/**
 * Which language a text is in, and what its words are. It must never name a language where it is not certain, nor ask a model.
 */
package dev.reflux.activities.language;
