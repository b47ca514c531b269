/**
 * How campaigns look in a terminal and in a pipe: live progress, tables, figures.
 *
 * <p>It must never ask Temporal or read a file: it draws what it is handed.
 */
package dev.reflux.worker.progress;
