/**
 * Chat templates up to where the user's turn begins, and the system prompts that may stand there.
 *
 * <p>It must never ask a teacher, nor hold a template's end: what comes after the beginning is the model's own.
 */
package dev.reflux.activities.stage.generate.magpie;
