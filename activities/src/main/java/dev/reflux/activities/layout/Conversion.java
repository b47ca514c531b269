package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.WritingOptions.Form;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries the rows of one file from one layout to another. Rows are told from each other by nothing but their order: the first
 * that is written decides whether prompts and answers are texts or lists of messages, for a column holds but one of them.
 */
public final class Conversion {
    private final Layout from;
    private final Layout to;
    private final Losses losses = new Losses();
    private WritingOptions options;

    public Conversion(Layout from, Layout to, WritingOptions options) {
        this.from = from;
        this.to = to;
        this.options = options;
    }

    /** What was lost so far, in rows that were not refused. */
    public Losses losses() {
        return losses;
    }

    /** The same row in the new layout; a row is never changed, and refused where the new one would mean something else. */
    public Converted convert(ObjectNode row) {
        Set<Loss> lost = Losses.none();
        try {
            Example example = from.rows().read(row, lost);
            if (from == to && to.rows().keeps(row)) {
                return Converted.to(List.of(row));
            }
            WritingOptions decided = options.form() == Form.AS_READ ? options.in(formOf(example)) : options;
            List<ObjectNode> rows = to.rows().write(example, decided, lost);
            rows.forEach(written -> carryColumns(example.beside().others(), written, lost));
            options = decided;
            losses.add(lost);
            return Converted.to(rows);
        } catch (UnfitRowException unfit) {
            return Converted.refused(unfit.getMessage());
        }
    }

    private static Form formOf(Example example) {
        return example.beside().texts() ? Form.TEXTS : Form.MESSAGES;
    }

    private void carryColumns(ObjectNode others, ObjectNode written, Set<Loss> lost) {
        for (Map.Entry<String, JsonNode> column : others.properties()) {
            if (to.rows().columns().contains(column.getKey())) {
                lost.add(Loss.COLUMNS);
            } else {
                written.set(column.getKey(), column.getValue());
            }
        }
    }
}
