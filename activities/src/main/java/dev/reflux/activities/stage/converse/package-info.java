/**
 * The stage {@code converse}: conversations of several turns between a simulated user and an assistant.
 *
 * <p>It must never let one side speak for the other, nor keep a conversation that ends with the user.
 */
package dev.reflux.activities.stage.converse;
