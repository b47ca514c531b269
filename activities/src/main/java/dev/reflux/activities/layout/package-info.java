/**
 * How a row of a training dataset is laid out: the layouts that trainers read, what they mean, and the way from one to another.
 *
 * <p>It must never read or write a file, never evaluate what a message says, and never lose something without counting it.
 */
package dev.reflux.activities.layout;
