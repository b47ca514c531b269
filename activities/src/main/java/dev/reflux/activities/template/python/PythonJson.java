package dev.reflux.activities.template.python;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Values from JSON, as {@code json.loads} makes them. */
public final class PythonJson {

    private PythonJson() {}

    /** The value of a node; whole numbers beyond 64 bits fail. */
    public static Value read(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> new Text(node.textValue());
            case BOOLEAN -> Truth.of(node.booleanValue());
            case NUMBER -> number(node);
            case ARRAY -> list(node);
            case OBJECT -> mapping(node);
            case NULL, MISSING -> Nothing.NONE;
            default -> throw new TemplateFailure("a message must be plain JSON, got " + node.getNodeType());
        };
    }

    private static Value number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return new Real(node.doubleValue());
        }
        if (!node.canConvertToLong()) {
            throw new TemplateFailure("a whole number must fit into 64 bits, got " + node.asText());
        }
        return Whole.of(node.longValue());
    }

    private static Value list(JsonNode node) {
        List<Value> items = new ArrayList<>(node.size());
        node.forEach(item -> items.add(read(item)));
        return Listing.list(items);
    }

    private static Value mapping(JsonNode node) {
        Mapping mapping = new Mapping();
        for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            mapping.put(new Text(field.getKey()), read(field.getValue()));
        }
        return mapping;
    }
}
