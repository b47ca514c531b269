package dev.reflux.activities.dataset;

/**
 * One record of an input file.
 *
 * @param line where it starts, from 1
 * @param label null where labels are not asked for
 */
record InputRecord(int line, String text, String label) {}
