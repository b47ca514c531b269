/**
 * The values a chat template works with, and what Python does with them: text by code points, numbers, lists, dictionaries.
 *
 * <p>It must never hold or reach a Java object that is not one of its own values, and never answer where Python would answer
 * something else: what is not built fails.
 */
package dev.reflux.activities.template.python;
