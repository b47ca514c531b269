/**
 * Files of rows, told apart by their names: JSONL, JSON, CSV and Parquet, plain or compressed, read and written one row at a time.
 *
 * <p>It must never pass over a row without saying so, never write what reads back as something else, and never hold a whole file in memory.
 */
package dev.reflux.activities.table;
