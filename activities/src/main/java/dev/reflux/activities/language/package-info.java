/**
 * Which language a text is in. It must never name one where it is not certain, nor ask a model.
 */
package dev.reflux.activities.language;
