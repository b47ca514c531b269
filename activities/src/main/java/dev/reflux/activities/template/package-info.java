/**
 * Chat templates: conversations rendered as a model's tokenizer would, byte for byte, and which characters the assistant wrote.
 *
 * <p>It must never render other bytes than Hugging Face transformers would, and never guess what the assistant wrote: it fails
 * instead.
 */
package dev.reflux.activities.template;
