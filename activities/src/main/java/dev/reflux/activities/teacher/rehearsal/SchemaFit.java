package dev.reflux.activities.teacher.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;

/**
 * A value that fits a JSON Schema, of the keywords that providers take for structured answers: type, enum, const,
 * properties, items, anyOf, $ref into $defs, and bounds of numbers, lengths and counts. A text property named
 * {@code quote} quotes the passage that the question shows, so that what must be grounded is.
 */
final class SchemaFit {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String QUOTE = "quote";
    private static final int WORDS = 14;
    private static final int LETTERS_PER_WORD = 5;
    private static final double UNBOUNDED = 10;

    private final JsonNode root;
    private final MadeUpWords words;
    private final ShownPassage passage;

    SchemaFit(JsonNode root, MadeUpWords words) {
        this(root, words, ShownPassage.NONE);
    }

    /** @param passage that the question shows */
    SchemaFit(JsonNode root, MadeUpWords words, ShownPassage passage) {
        this.root = root;
        this.words = words;
        this.passage = passage;
    }

    JsonNode value() {
        return value(root);
    }

    private JsonNode value(JsonNode schema) {
        if (schema.has("$ref")) {
            return value(root.at(schema.get("$ref").asText().substring(1)));
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(words.pick(schema.get("enum").size()));
        }
        for (String choice : new String[] {"anyOf", "oneOf"}) {
            if (schema.has(choice)) {
                return value(schema.get(choice).get(0));
            }
        }
        return typed(schema);
    }

    private JsonNode typed(JsonNode schema) {
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asText() : type.asText(schema.has("properties") ? "object" : "")) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer" -> JSON.numberNode(Math.round(number(schema)));
            case "number" -> JSON.numberNode(number(schema));
            case "boolean" -> JSON.booleanNode(words.pick(2) == 0);
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(text(schema));
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        for (Iterator<Map.Entry<String, JsonNode>> fields =
                        schema.path("properties").fields();
                fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            boolean isQuotation = field.getKey().equals(QUOTE) && passage.isShown();
            object.set(field.getKey(), isQuotation ? JSON.textNode(passage.quotation(words)) : value(field.getValue()));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema) {
        int least = schema.path("minItems").asInt(1);
        int count = Math.max(least, Math.min(schema.path("maxItems").asInt(least), 2));
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < count; i++) {
            array.add(value(schema.path("items")));
        }
        return array;
    }

    private double number(JsonNode schema) {
        double least =
                schema.path("minimum").asDouble(schema.path("exclusiveMinimum").asDouble(0));
        return words.between(least, schema.path("maximum").asDouble(least + UNBOUNDED));
    }

    private String text(JsonNode schema) {
        int least = schema.path("minLength").asInt(0);
        String text = words.words(Math.max(WORDS, least / LETTERS_PER_WORD + 1));
        return text.substring(
                0, Math.min(text.length(), schema.path("maxLength").asInt(Integer.MAX_VALUE)));
    }
}
