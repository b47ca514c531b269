/**
 * A teacher that plays the part of any other: it makes up an answer that fits each question.
 *
 * <p>It must never reach a network, nor be taken for a model: what it says means nothing.
 */
package dev.reflux.activities.teacher.rehearsal;
