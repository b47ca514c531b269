package dev.reflux.activities.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names without the places they are at: what is published says neither where files lie nor where servers are. */
final class PlainNames {
    private static final Pattern PLACE = Pattern.compile("(file:|~?/|[A-Za-z]:[\\\\/]|\\\\\\\\).*");

    private PlainNames() {}

    /** The last name of a path. */
    static String file(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** A teacher's identity without the URL in it. */
    static String teacher(String identity) {
        return Arrays.stream(identity.split(" "))
                .filter(word -> !word.contains("://"))
                .collect(Collectors.joining(" "));
    }

    /** Settings with file names in the place of absolute paths, and without URLs. */
    static JsonNode settings(JsonNode settings) {
        if (settings.isTextual()) {
            return new TextNode(text(settings.textValue()));
        }
        if (settings.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            settings.forEach(item -> list.add(settings(item)));
            return list;
        }
        if (settings.isObject()) {
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : settings.properties()) {
                if (!field.getValue().isNull()) {
                    fields.set(field.getKey(), settings(field.getValue()));
                }
            }
            return fields;
        }
        return settings;
    }

    private static String text(String text) {
        return PLACE.matcher(text).matches() || text.contains("://") ? file(text) : text;
    }
}
