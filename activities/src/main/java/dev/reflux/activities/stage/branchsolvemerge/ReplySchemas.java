package dev.reflux.activities.stage.branchsolvemerge;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON Schemas of replies. */
final class ReplySchemas {

    private static final JsonMapper JSON = new JsonMapper();

    private ReplySchemas() {}

    /** A list of branches. */
    static String branches(int least, int most) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode list = schema.putObject("properties").putObject(Branching.BRANCHES);
        list.put("type", "array").put("minItems", least).put("maxItems", most);
        ObjectNode item = list.putObject("items").put("type", "object");
        ObjectNode properties = item.putObject("properties");
        properties.putObject(Branching.TITLE).put("type", "string");
        properties.putObject(Branching.TASK).put("type", "string");
        close(item, Branching.TITLE, Branching.TASK);
        return close(schema, Branching.BRANCHES).toString();
    }

    /** A rationale, then a score in each of these fields. */
    static String scores(String... fields) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject(Scores.RATIONALE).put("type", "string");
        String[] all = new String[fields.length + 1];
        all[0] = Scores.RATIONALE;
        for (int field = 0; field < fields.length; field++) {
            all[field + 1] = fields[field];
            properties
                    .putObject(fields[field])
                    .put("type", "integer")
                    .put("minimum", Branching.LEAST_SCORE)
                    .put("maximum", Branching.MOST_SCORE);
        }
        return close(schema, all).toString();
    }

    private static ObjectNode close(ObjectNode object, String... required) {
        ArrayNode names = object.putArray("required");
        for (String name : required) {
            names.add(name);
        }
        return object.put("additionalProperties", false);
    }
}
