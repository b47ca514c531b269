package dev.reflux.config.grammar;

import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.MergePlan;
import dev.reflux.config.StagePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads nodes into records, driven by {@link Key}. Types nest only as deep as the records do, so a document that refers
 * to itself ends as a wrong type.
 */
final class Binder {

    /** A mapping in which nothing is written. */
    static final Node EMPTY = new MappingNode(Tag.MAP, List.of(), FlowStyle.FLOW);

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private final ScalarReader scalars;
    private final StageReader stages;
    private final MergeReader merging;

    /** Reads the items of type {@link StagePlan} and {@link MergePlan} with these. */
    Binder(Environment environment, StageReader stages, MergeReader merging) {
        this.scalars = new ScalarReader(environment);
        this.stages = stages;
        this.merging = merging;
    }

    /** Where neither stages nor the merge's steps can occur. */
    Binder(Environment environment) {
        this(environment, null, null);
    }

    Object read(Slot slot, Node node, Place place) {
        if (slot.isList()) {
            return list(slot, node, place);
        }
        if (slot.isMap()) {
            return map(slot, node, place);
        }
        Class<?> type = slot.rawType();
        if (type == StagePlan.class) {
            return stages.read(this, node, place);
        }
        if (type == MergePlan.class) {
            return merging.read(this, node, place);
        }
        return type.isRecord() ? record(type, node, place) : scalars.read(slot, node, place);
    }

    /** Reads a mapping, or the value that may stand for it, into a record. */
    <T> T record(Class<T> type, Node node, Place place) {
        RecordShape shape = RecordShape.of(type);
        MappingEntries entries = MappingEntries.of(shape, node, place);
        List<Object> values = new ArrayList<>();
        for (Slot slot : shape.slots()) {
            MappingEntries.Entry entry = entries.get(slot.name());
            values.add(entry == null ? absent(slot, place) : read(slot, entry.node(), entry.place()));
        }
        try {
            return type.cast(shape.construct(values.toArray()));
        } catch (InvalidSettingException e) {
            throw refusal(e, type, node, place);
        }
    }

    /** The error that a record which stands at this place, read from this node, breaks a rule. */
    static InvalidCampaignException refusal(InvalidSettingException e, Class<?> type, Node node, Place place) {
        RecordShape shape = RecordShape.of(type);
        Place broken = placeOf(e, shape, MappingEntries.of(shape, node, place), place);
        return broken.refuse(e.rule(), e.value(), e.remedy());
    }

    private List<Object> list(Slot slot, Node node, Place place) {
        if (!(node instanceof SequenceNode sequence)) {
            throw place.refuse("must be a list", Written.show(node), "write [ ] around it, or a dash before each item");
        }
        Slot element = slot.element();
        List<Object> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(read(element, item, place.item(items.size()).at(item)));
        }
        return items;
    }

    private Map<String, Object> map(Slot slot, Node node, Place place) {
        if (!(node instanceof MappingNode mapping)) {
            throw place.refuse("must be a mapping", Written.show(node), "write a name and a colon before each item");
        }
        Slot value = slot.mapped();
        Map<String, Object> entries = new TreeMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            String name = key instanceof ScalarNode scalar ? scalar.getValue() : Written.show(key);
            Place at = place.key(name).at(key);
            if (!NAME.matcher(name).matches()) {
                throw at.refuse("must have a name of letters, digits, '-' and '_'", Written.clip(name), "rename it");
            }
            if (entries.put(name, read(value, tuple.getValueNode(), at)) != null) {
                throw at.refuse("must be named once", Written.clip(name), "remove one of the two");
            }
        }
        return entries;
    }

    private Object absent(Slot slot, Place place) {
        if (slot.isRequired()) {
            String remedy = "add " + slot.name() + ": " + slot.example();
            throw place.key(slot.name()).refuse("must be given", "nothing", remedy);
        }
        if (!slot.hasDefault()) {
            return null;
        }
        Node written =
                YamlDocument.compose("default of " + slot.name(), slot.key().otherwise());
        return read(slot, written, place.key(slot.name()));
    }

    private static Place placeOf(InvalidSettingException e, RecordShape shape, MappingEntries entries, Place place) {
        String component = e.key().split("[.\\[]", 2)[0];
        if (!shape.names().contains(component)) {
            return place;
        }
        MappingEntries.Entry entry = entries.get(component);
        if (entry == null) {
            return place.key(e.key());
        }
        boolean isShorthand = entry.place().equals(place);
        return isShorthand
                ? place
                : new Place(
                        place.file(), entry.place().line(), place.key(e.key()).path());
    }
}
