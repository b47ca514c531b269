package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Reads and writes the rows of one layout. */
interface RowLayout {

    /** Names that mean something in this layout; any other column is carried over as it is. */
    Set<String> columns();

    /** Whether a row has this layout's columns, and no sign of another's. */
    boolean fits(ObjectNode row);

    /**
     * What a row says.
     *
     * @param lost takes what writing it again would not bring back
     * @throws UnfitRowException if it is not of this layout
     */
    Example read(ObjectNode row, Set<Loss> lost);

    /**
     * All that a row says, where one row may say several things.
     *
     * @param pairs whether pairs of answers are wanted, rather than conversations
     * @throws UnfitRowException if it is not of this layout, or says nothing of that kind
     */
    default List<Example> readAll(ObjectNode row, boolean pairs, Set<Loss> lost) {
        return List.of(read(row, lost));
    }

    /**
     * The rows that say it, without further columns.
     *
     * @throws UnfitRowException if this layout cannot hold it, or would make it mean something else
     */
    List<ObjectNode> write(Example example, WritingOptions options, Set<Loss> lost);

    /** Whether a row that comes in and goes out in this layout is best left as it is. */
    default boolean keeps(ObjectNode row) {
        return false;
    }
}
