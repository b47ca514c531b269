package dev.reflux.activities.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.template.Rendered;

/** A rendered conversation as a row: {@code text}, and {@code masks} as pairs of characters, from (inclusive) to (exclusive). */
public final class TextRow {
    private TextRow() {}

    /** @param masks whether the row has them, be there any or none */
    public static ObjectNode of(Rendered rendered, boolean masks) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("text", rendered.text());
        if (masks) {
            ArrayNode spans = row.putArray("masks");
            rendered.spans().forEach(span -> spans.addArray().add(span.from()).add(span.to()));
        }
        return row;
    }
}
