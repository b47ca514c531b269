/**
 * Linear classification: the arithmetic under the embedded teacher's head and under the student.
 *
 * <p>It must never depend on the number of processors or on the order in which threads finish.
 */
package dev.reflux.activities.linear;
