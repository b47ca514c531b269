package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes JSON texts of the tools and arguments in a row: a table's column has one type, and no two functions are alike. */
final class ToolTexts {
    private ToolTexts() {}

    static void in(ObjectNode row) {
        JsonNode tools = row.path(Tools.COLUMN);
        if (tools.isArray()) {
            row.put(Tools.COLUMN, SpacedJson.write(tools));
        }
        for (JsonNode column : row) {
            for (JsonNode message : column) {
                message.path("tool_calls").forEach(call -> inCall(call.path("function")));
            }
        }
    }

    private static void inCall(JsonNode function) {
        if (function instanceof ObjectNode object && object.path("arguments").isObject()) {
            object.put("arguments", SpacedJson.write(object.get("arguments")));
        }
    }
}
