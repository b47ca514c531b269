package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the rows of one layout, for those who write none. */
public final class LayoutReader {

    private final RowLayout rows;

    public LayoutReader(Layout layout) {
        this.rows = layout.rows();
    }

    /**
     * What a row says.
     *
     * @throws UnfitRowException if it is not of this layout
     */
    public Example read(ObjectNode row) {
        return rows.read(row, Losses.none());
    }
}
