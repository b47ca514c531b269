package dev.reflux.config.grammar;

import dev.reflux.config.InvalidCampaignException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The values of a mapping by key, each with its place; every key is known and written once. */
record MappingEntries(Map<String, Entry> entries) {

    /** A value and where it stands. */
    record Entry(Node node, Place place) {}

    static MappingEntries of(RecordShape shape, Node node, Place place) {
        if (node instanceof MappingNode mapping) {
            return new MappingEntries(read(shape.names(), mapping, place));
        }
        Slot shorthand = shape.shorthand()
                .orElseThrow(() -> place.refuse(
                        "must be a mapping",
                        Written.show(node),
                        "write its keys below it (" + String.join(", ", shape.names()) + ")"));
        return new MappingEntries(Map.of(shorthand.name(), new Entry(node, place)));
    }

    private static Map<String, Entry> read(List<String> known, MappingNode mapping, Place place) {
        Map<String, Entry> entries = new TreeMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = keyOf(tuple.getKeyNode(), place);
            Place keyPlace = place.key(Written.clip(key)).at(tuple.getKeyNode());
            if (!known.contains(key)) {
                throw unknown(key, known, keyPlace);
            }
            Entry earlier = entries.get(key);
            if (earlier != null) {
                throw keyPlace.refuse(
                        "must be given once",
                        "a second one after line " + earlier.place().line(),
                        "remove one of them");
            }
            entries.put(key, new Entry(tuple.getValueNode(), keyPlace.at(tuple.getValueNode())));
        }
        return entries;
    }

    private static InvalidCampaignException unknown(String key, List<String> known, Place place) {
        if (known.isEmpty()) {
            return place.refuse("must not be there, for this mapping has no keys", Written.clip(key), "remove it");
        }
        return place.refuse(
                "must be a known key (" + String.join(", ", known) + ")",
                Written.clip(key),
                NearestName.remedy(key, known));
    }

    private static String keyOf(Node key, Place place) {
        if (key instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw place.at(key).refuse("must have plain keys", Written.show(key), "write key: value");
    }

    /** The entry of a key, or null where the key is left out. */
    Entry get(String key) {
        return entries.get(key);
    }
}
