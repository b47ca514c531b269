package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.WritingOptions.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lays out the rows of one file. The first row that is written decides whether prompts and answers are texts or lists of
 * messages, where the options leave that open: a column holds but one of them.
 */
public final class LayoutWriter {
    private final Layout layout;
    private final Losses losses = new Losses();
    private WritingOptions options;

    public LayoutWriter(Layout layout, WritingOptions options) {
        this.layout = layout;
        this.options = options;
    }

    /** What was lost so far, in rows that were not refused. */
    public Losses losses() {
        return losses;
    }

    /**
     * The rows that say what an example says.
     *
     * @throws UnfitRowException if the layout cannot hold it, or would make it mean something else
     */
    public List<ObjectNode> write(Example example) {
        return write(List.of(example), Losses.none());
    }

    /** Those of several examples from one row, which counts once. */
    List<ObjectNode> write(List<Example> examples, Set<Loss> lost) {
        WritingOptions before = options;
        List<ObjectNode> rows = new ArrayList<>();
        try {
            examples.forEach(example -> rows.addAll(laidOut(example, lost)));
        } catch (UnfitRowException unfit) {
            options = before;
            throw unfit;
        }
        losses.add(lost);
        return rows;
    }

    private List<ObjectNode> laidOut(Example example, Set<Loss> lost) {
        WritingOptions decided = options.form() == Form.AS_READ ? options.in(formOf(example)) : options;
        List<ObjectNode> rows = layout.rows().write(example, decided, lost);
        rows.forEach(row -> carryColumns(example.beside().others(), row, lost));
        if (options.toolTexts()) {
            rows.forEach(ToolTexts::in);
        }
        options = decided;
        return rows;
    }

    private static Form formOf(Example example) {
        return example.beside().texts() ? Form.TEXTS : Form.MESSAGES;
    }

    private void carryColumns(ObjectNode others, ObjectNode written, Set<Loss> lost) {
        for (Map.Entry<String, JsonNode> column : others.properties()) {
            if (layout.rows().columns().contains(column.getKey())) {
                lost.add(Loss.COLUMNS);
            } else {
                written.set(column.getKey(), column.getValue());
            }
        }
    }
}
