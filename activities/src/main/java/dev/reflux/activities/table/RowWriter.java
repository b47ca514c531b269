package dev.reflux.activities.table;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A file of rows that is there whole after {@link #commit}, and not at all without it. The same rows give the same bytes. */
public interface RowWriter extends AutoCloseable {

    /**
     * Adds a row.
     *
     * @throws TableException if the file's kind cannot hold it, naming the row; the writer is of no more use then
     * @throws dev.reflux.activities.shard.WorkspaceException if the disk does not take it; nor is it then
     */
    void write(ObjectNode fields);

    /**
     * Writes all that is left to be written, beside the file's place, so that {@link #commit} has but to move it in. Nothing can be
     * written after it.
     *
     * @throws TableException if the file's kind cannot hold the rows
     * @throws dev.reflux.activities.shard.WorkspaceException if the disk does not take them
     */
    void finish();

    /**
     * Finishes the file, unless it is finished, and moves it into place, over what was there.
     *
     * @throws TableException if the file's kind cannot hold the rows; what was there before stays
     * @throws dev.reflux.activities.shard.WorkspaceException if the disk does not take them; what was there before stays
     */
    void commit();

    /** Removes what was not committed. */
    @Override
    void close();
}
