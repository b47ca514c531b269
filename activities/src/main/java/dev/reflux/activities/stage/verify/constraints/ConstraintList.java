package dev.reflux.activities.stage.verify.constraints;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a JSON list of constraints: objects with an {@code id}, their arguments beside it or below {@code kwargs}; or ids
 * alone, their arguments in a second list of the same length, as IFEval's data file has them.
 */
final class ConstraintList {

    private static final JsonMapper JSON = new JsonMapper();

    private ConstraintList() {}

    /**
     * @param kwargs JSON list of arguments for a list of bare ids; null where there is none
     * @throws IllegalArgumentException if it cannot be read, or asks for what is not known
     */
    static List<Constraint> read(String list, String kwargs) {
        JsonNode ids = array(list, "constraints");
        JsonNode arguments = kwargs == null ? JSON.createArrayNode() : array(kwargs, "kwargs");
        if (kwargs != null && arguments.size() != ids.size()) {
            throw new IllegalArgumentException(
                    "kwargs must be as many as constraints, " + ids.size() + ", got " + arguments.size());
        }
        List<Constraint> constraints = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            JsonNode item = ids.get(i);
            JsonNode own = item.isObject() ? item.has("kwargs") ? item.get("kwargs") : item : arguments.path(i);
            String id = item.isObject() ? item.path("id").asText() : item.asText();
            constraints.add(Instructions.of(id, new Arguments(own)));
        }
        return constraints;
    }

    private static JsonNode array(String text, String name) {
        JsonNode array;
        try {
            array = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + " must be a JSON list: " + e.getOriginalMessage(), e);
        }
        if (!array.isArray() || array.isEmpty()) {
            throw new IllegalArgumentException(name + " must be a JSON list that is not empty, got " + text);
        }
        return array;
    }
}
