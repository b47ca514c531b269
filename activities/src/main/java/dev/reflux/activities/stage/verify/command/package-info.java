/**
 * The check {@code command}: a program of the user's own is given sample and answer and says whether it passes.
 *
 * <p>It must never take a program that broke down for one that found a fault, nor hand it the worker's environment.
 */
package dev.reflux.activities.stage.verify.command;
