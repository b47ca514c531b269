/**
 * Answers that are programs, held to their tests.
 *
 * <p>It must never run an answer outside the sandbox, or count one as passed whose tests did not come to their end.
 */
package dev.reflux.activities.stage.verify.code;
