package dev.reflux.config.grammar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.PlanJson;
import dev.reflux.config.Provider;
import dev.reflux.config.StageCatalog;
import dev.reflux.config.StagePlan;
import dev.reflux.config.StageSettings;
import dev.reflux.config.TeacherPlan;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads an item of the stage list: {@code - name: {settings}}, or {@code - name} where every setting has a default. */
final class StageReader {

    private final StageCatalog catalog;
    private final Teachers teachers;

    /** The campaign's teachers: the main one, and further ones by name. */
    record Teachers(TeacherPlan main, Map<String, TeacherPlan> named) {}

    StageReader(StageCatalog catalog, Teachers teachers) {
        this.catalog = catalog;
        this.teachers = teachers;
    }

    StagePlan read(Binder binder, Node node, Place place) {
        if (node instanceof MappingNode mapping && mapping.getValue().size() == 1) {
            NodeTuple tuple = mapping.getValue().get(0);
            Place keyPlace = place.at(tuple.getKeyNode());
            String name = nameOf(tuple.getKeyNode(), keyPlace);
            return plan(binder, name, tuple.getValueNode(), keyPlace);
        } else if (node instanceof ScalarNode && !Written.isNothing(node)) {
            return plan(binder, nameOf(node, place), null, place);
        }
        String got = node instanceof MappingNode mapping
                ? "a mapping of " + mapping.getValue().size() + " keys"
                : Written.show(node);
        throw place.refuse(
                "must be one stage",
                got,
                "write each stage after a dash of its own, its settings indented below its name");
    }

    private String nameOf(Node node, Place place) {
        List<String> known = catalog.names();
        String name = node instanceof ScalarNode scalar ? scalar.getValue() : Written.show(node);
        if (!known.contains(name)) {
            throw place.refuse(
                    "must be a known stage (" + String.join(", ", known) + ")",
                    Written.clip(name),
                    NearestName.remedy(name, known));
        }
        return name;
    }

    /** @param written the settings' node, or null where only the name is written */
    private StagePlan plan(Binder binder, String name, Node written, Place place) {
        Class<? extends StageSettings> type = catalog.settingsOf(name)
                .orElseThrow(() -> new IllegalStateException("Stage " + name + " is listed but has no settings"));
        boolean isNothing = written == null || Written.isNothing(written);
        Node node = isNothing ? Binder.EMPTY : written;
        Place settingsPlace = isNothing ? place.key(name) : place.key(name).at(written);
        StageSettings settings = binder.record(type, node, settingsPlace);
        requireTeachers(settings, settingsPlace);
        try {
            return new StagePlan(
                    name,
                    settings.role(teachers.main()),
                    settings.preparation(),
                    settings.creates(),
                    settings.teachers(),
                    settings.lists(),
                    json(settings));
        } catch (InvalidSettingException e) {
            throw Binder.refusal(e, type, node, settingsPlace);
        }
    }

    private void requireTeachers(StageSettings settings, Place place) {
        for (String name : settings.teachers()) {
            if (!teachers.named().containsKey(name)) {
                throw place.refuse(
                        "must ask teachers that the campaign names "
                                + teachers.named().keySet(),
                        name,
                        "add it below teachers, or leave it out to ask the main one");
            }
            requireFit(settings, teachers.named().get(name), place);
        }
        if (settings.teachers().isEmpty()) {
            requireFit(settings, teachers.main(), place);
        }
    }

    private static void requireFit(StageSettings settings, TeacherPlan teacher, Place place) {
        boolean isReward = teacher.provider() == Provider.REWARD;
        if (settings.asksForRewards() && !isReward) {
            throw place.refuse(
                    "must ask a reward model",
                    "provider " + KebabName.of(teacher.provider()),
                    "name a teacher of provider reward");
        }
        if (isReward && !settings.asksForRewards()) {
            throw place.refuse(
                    "must ask a model that answers in words",
                    "provider reward",
                    "let stage judge ask it, or name another teacher");
        }
        if (settings.asksInWords() && teacher.provider() == Provider.EMBEDDED) {
            throw place.refuse(
                    "must ask a chat model", "provider embedded", "name a teacher of another provider, such as openai");
        }
    }

    /** Through text, so that numbers have the node types that a plan read back from JSON has. */
    private static JsonNode json(StageSettings settings) {
        try {
            return PlanJson.mapper().readTree(PlanJson.mapper().writeValueAsString(settings));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + settings.getClass() + " as JSON", e);
        }
    }
}
