/**
 * The campaign grammar: reads YAML into the plan's records with exact positions, and describes itself as JSON Schema.
 *
 * <p>It must never read a file or the environment by itself: text and variables are handed in.
 */
package dev.reflux.config.grammar;
