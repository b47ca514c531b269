/**
 * Teachers behind a chat API: OpenAI and its kin, Anthropic, Gemini, Mistral, Ollama, asked through LangChain4j.
 *
 * <p>It must never retry or wait, and never let a key out in a message, a cause or an identity.
 */
package dev.reflux.activities.teacher.chat;
