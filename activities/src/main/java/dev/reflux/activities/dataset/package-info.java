/**
 * The data of a campaign as a whole: its input files are read and cut here, and its rounds gathered into a dataset.
 *
 * <p>It must never hold a whole pool in memory, and never use gold for anything but measuring.
 */
package dev.reflux.activities.dataset;
