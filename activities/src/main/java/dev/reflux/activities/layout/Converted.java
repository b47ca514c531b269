package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What became of a row.
 *
 * @param rows none where it was refused; two where a pair became two answers with feedback
 * @param refusal why the row was refused, with the remedy; null where it was not
 */
public record Converted(List<ObjectNode> rows, String refusal) {

    static Converted to(List<ObjectNode> rows) {
        return new Converted(rows, null);
    }

    static Converted refused(String why) {
        return new Converted(List.of(), why);
    }

    public boolean isRefused() {
        return refusal != null;
    }
}
