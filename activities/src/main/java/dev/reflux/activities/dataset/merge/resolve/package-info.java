/**
 * Merge step {@code resolve}: one prompt that has several answers or labels comes to one, to a preference pair, or goes.
 *
 * <p>It must never touch a prompt whose samples agree, and never make a choice that nothing but their order decides.
 */
package dev.reflux.activities.dataset.merge.resolve;
