package dev.reflux.activities.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;

/** Writes rows as text, one by one. */
interface RowText {

    /** @throws TableException if this kind of text cannot hold the row */
    void write(ObjectNode fields, OutputStream out) throws IOException;

    /** Writes what comes after the last row. */
    void end(OutputStream out) throws IOException;
}
