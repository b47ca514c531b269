/**
 * The part of the Jinja language that chat templates are written in: words, grammar, tree, and what a tree makes of its values.
 *
 * <p>It must never evaluate text that came in as a value, never load a file or class that a template names, and never skip what it
 * does not know.
 */
package dev.reflux.activities.template.jinja;
