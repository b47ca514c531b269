package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Lists of tools: JSON in a text, each function bare, as ShareGPT has them; or a list, each wrapped, as OpenAI does. */
final class Tools {
    static final String COLUMN = "tools";

    private static final String FUNCTION = "function";

    private Tools() {}

    /** The tools of a row, wrapped; null where it has none. */
    static ArrayNode read(ObjectNode row, Set<Loss> lost) {
        JsonNode value = row.get(COLUMN);
        if (value == null || value.isNull()) {
            return null;
        }
        JsonNode list = value.isTextual() ? parsed(value.textValue()) : value;
        if (list == null || !list.isArray()) {
            throw UnfitRowException.at(COLUMN, "a list of functions, or a text that holds one as JSON", value);
        }
        ArrayNode wrapped = JsonNodeFactory.instance.arrayNode();
        list.forEach(tool -> wrapped.add(tool.hasNonNull(FUNCTION) ? tool : wrap(tool)));
        JsonNode again = value.isTextual() ? JsonNodeFactory.instance.textNode(text(wrapped)) : wrapped;
        if (!again.equals(value)) {
            lost.add(Loss.SPELLING);
        }
        return wrapped;
    }

    /** As a text with bare functions. */
    static String text(ArrayNode wrapped) {
        ArrayNode bare = JsonNodeFactory.instance.arrayNode();
        wrapped.forEach(tool -> bare.add(isNothingButWrapped(tool) ? tool.get(FUNCTION) : tool));
        return SpacedJson.write(bare);
    }

    private static JsonNode parsed(String text) {
        return text.isBlank() ? JsonNodeFactory.instance.arrayNode() : SpacedJson.read(text);
    }

    private static ObjectNode wrap(JsonNode function) {
        ObjectNode tool = JsonNodeFactory.instance.objectNode().put("type", FUNCTION);
        return tool.set(FUNCTION, function);
    }

    private static boolean isNothingButWrapped(JsonNode tool) {
        return tool.size() == 2 && FUNCTION.equals(tool.path("type").textValue()) && tool.hasNonNull(FUNCTION);
    }
}
