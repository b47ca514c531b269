/**
 * Reading what teachers answer: from words to values, with a reason word for whatever cannot be read. It must never guess a
 * value that is not stated, and never take a failure for one.
 */
package dev.reflux.activities.reply;
