package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a row holds beside what is said.
 *
 * @param tools functions that may be called, each wrapped as OpenAI does; null where the row says nothing of tools
 * @param texts whether prompt and answer were plain texts, not lists of messages
 * @param others columns without a meaning in the layout that was read
 */
public record Beside(ArrayNode tools, boolean texts, ObjectNode others) {

    boolean offersTools() {
        return tools != null && !tools.isEmpty();
    }
}
