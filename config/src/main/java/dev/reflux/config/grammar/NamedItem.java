package dev.reflux.config.grammar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.config.PlanJson;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * An item of a list of named things: {@code - name: {settings}}, or {@code - name} where every setting has a default.
 *
 * @param settings what is written below the name; an empty mapping where nothing is
 * @param place of the settings
 */
record NamedItem(String name, Node settings, Place place) {

    /** @param kind what the list is of, such as {@code stage} */
    static NamedItem read(String kind, List<String> known, Node node, Place place) {
        if (node instanceof MappingNode mapping && mapping.getValue().size() == 1) {
            NodeTuple tuple = mapping.getValue().get(0);
            Place at = place.at(tuple.getKeyNode());
            String name = nameOf(kind, known, tuple.getKeyNode(), at);
            Node written = tuple.getValueNode();
            return Written.isNothing(written)
                    ? new NamedItem(name, Binder.EMPTY, at.key(name))
                    : new NamedItem(name, written, at.key(name).at(written));
        } else if (node instanceof ScalarNode && !Written.isNothing(node)) {
            String name = nameOf(kind, known, node, place);
            return new NamedItem(name, Binder.EMPTY, place.key(name));
        }
        String got = node instanceof MappingNode mapping
                ? "a mapping of " + mapping.getValue().size() + " keys"
                : Written.show(node);
        throw place.refuse(
                "must be one " + kind,
                got,
                "write each " + kind + " after a dash of its own, its settings indented below its name");
    }

    private static String nameOf(String kind, List<String> known, Node node, Place place) {
        String name = node instanceof ScalarNode scalar ? scalar.getValue() : Written.show(node);
        if (!known.contains(name)) {
            throw place.refuse(
                    "must be a known " + kind + " (" + String.join(", ", known) + ")",
                    Written.clip(name),
                    NearestName.remedy(name, known));
        }
        return name;
    }

    /** Settings as JSON; through text, so that numbers have the node types that a plan read back from JSON has. */
    static JsonNode json(Object settings) {
        try {
            return PlanJson.mapper().readTree(PlanJson.mapper().writeValueAsString(settings));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + settings.getClass() + " as JSON", e);
        }
    }
}
