/**
 * Finds and masks what points to a person or opens a door: addresses, numbers and keys.
 *
 * <p>It must never leave what it finds in a message, a log or a reason.
 */
package dev.reflux.activities.stage.filter.personal;
