package dev.reflux.activities.table;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A file of rows that is there whole after {@link #commit}, and not at all without it. The same rows give the same bytes. */
public interface RowWriter extends AutoCloseable {

    /**
     * Adds a row.
     *
     * @throws TableException if the file's kind cannot hold it, naming the row; the writer is of no more use then
     */
    void write(ObjectNode fields);

    /**
     * Moves the file into place, over what was there. Nothing can be written after it.
     *
     * @throws TableException if it cannot be finished; what was there before stays
     */
    void commit();

    /** Removes what was not committed. */
    @Override
    void close();
}
