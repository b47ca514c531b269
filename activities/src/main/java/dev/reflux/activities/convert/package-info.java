/**
 * Whole files of rows carried from one layout and encoding to another, with an account of every row.
 *
 * <p>It must never leave a half-written file, and never leave out a row without counting and naming it.
 */
package dev.reflux.activities.convert;
