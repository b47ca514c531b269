package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Reads columns of a row; null, as Parquet fills empty cells, is as good as absent. */
final class Fields {
    private Fields() {}

    static boolean has(ObjectNode row, String... names) {
        for (String name : names) {
            if (!row.hasNonNull(name)) {
                return false;
            }
        }
        return true;
    }

    /** A value, or null where there is none. */
    static JsonNode orNull(ObjectNode row, String name) {
        return row.hasNonNull(name) ? row.get(name) : null;
    }

    static String text(JsonNode value, String name) {
        if (value == null || !value.isTextual()) {
            throw UnfitRowException.at(name, "text", value == null ? "nothing" : value);
        }
        return value.textValue();
    }

    /** A text, or the empty one where there is none. */
    static String textOrNone(ObjectNode row, String name) {
        return row.hasNonNull(name) ? text(row.get(name), name) : "";
    }

    /** A boolean, or the word for one, as CSV holds it. */
    static boolean truth(JsonNode value, String name) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isTextual() && value.textValue().equalsIgnoreCase("true")) {
            return true;
        }
        if (value.isTextual() && value.textValue().equalsIgnoreCase("false")) {
            return false;
        }
        throw UnfitRowException.at(name, "true or false", value);
    }

    static ObjectNode others(ObjectNode row, Set<String> known) {
        ObjectNode others = JsonNodeFactory.instance.objectNode();
        row.properties().forEach(field -> {
            if (!known.contains(field.getKey())) {
                others.set(field.getKey(), field.getValue());
            }
        });
        return others;
    }

    /** The other fields that are not null. */
    static ObjectNode filled(ObjectNode message, Set<String> known) {
        ObjectNode others = others(message, known);
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        others.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> filled.set(field.getKey(), field.getValue()));
        return filled;
    }
}
