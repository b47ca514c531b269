/**
 * What two datasets do not have in common.
 *
 * <p>It must never hold more of a dataset than some two hundred bytes a sample and a few examples.
 */
package dev.reflux.worker.difference;
