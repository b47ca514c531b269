/**
 * Prompt templates: text files beside the stage that reads them, checked when the worker starts.
 *
 * <p>It must never let a value that is filled in be read as a template itself.
 */
package dev.reflux.activities.prompt;
