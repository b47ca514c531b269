/**
 * Parquet files by way of DuckDB, whose library may be left out of a deployment that needs none.
 *
 * <p>It must never load an extension from anywhere, never take more memory than it is told to, and never write a value that reads back as another.
 */
package dev.reflux.activities.table.parquet;
