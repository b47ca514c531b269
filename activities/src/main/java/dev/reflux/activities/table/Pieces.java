package dev.reflux.activities.table;

import java.io.Closeable;
import java.io.IOException;

/** Cuts a file into the parts that should be its rows, by their boundaries alone, so that a bad one does not spoil the next. */
interface Pieces extends Closeable {

    /** The next piece; null at the end. */
    Piece next() throws IOException;
}
