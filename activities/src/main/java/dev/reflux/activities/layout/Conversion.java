package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Carries the rows of one file, in their order, from one layout to another. */
public final class Conversion {
    private final Layout from;
    private final Layout to;
    private final LayoutWriter writer;

    public Conversion(Layout from, Layout to, WritingOptions options) {
        this.from = from;
        this.to = to;
        this.writer = new LayoutWriter(to, options);
    }

    /** What was lost so far, in rows that were not refused. */
    public Losses losses() {
        return writer.losses();
    }

    /** The same row in the new layout; a row is never changed, and refused where the new one would mean something else. */
    public Converted convert(ObjectNode row) {
        Set<Loss> lost = Losses.none();
        try {
            boolean pairs = to == Layout.PREFERENCE || to == Layout.BINARY;
            List<Example> examples = from.rows().readAll(row, pairs, lost);
            boolean stays = from == to && to.rows().keeps(row);
            return Converted.to(stays ? List.of(row) : writer.write(examples, lost));
        } catch (UnfitRowException unfit) {
            return Converted.refused(unfit.getMessage());
        }
    }
}
