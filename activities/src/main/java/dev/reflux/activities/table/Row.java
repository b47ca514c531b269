package dev.reflux.activities.table;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A row of a file.
 *
 * @param line where it starts, from 1; in Parquet the number of the row
 * @param fields by name, in the file's order; numbers have the digits that the file has
 */
public record Row(long line, ObjectNode fields) {}
