package dev.reflux.config.grammar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.MergeCatalog;
import dev.reflux.config.MergePlan;
import dev.reflux.config.PlanJson;
import dev.reflux.config.StageCatalog;
import dev.reflux.config.StagePlan;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The campaign grammar as JSON Schema 2020-12, for editors. Made from the annotations and the catalog that the parser
 * reads; rules that only a record's constructor knows are not in it, so it may accept what the parser refuses.
 */
public final class CampaignSchema {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final String NOTHING = "null";

    private final StageCatalog catalog;

    public CampaignSchema(StageCatalog catalog) {
        this.catalog = catalog;
    }

    /** The schema as indented JSON; the same catalog gives the same bytes. */
    public String render() {
        try {
            return PlanJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree()) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the schema as JSON", e);
        }
    }

    ObjectNode tree() {
        ObjectNode definitions = SlotSchema.object();
        SlotSchema slots = new SlotSchema(definitions);
        ObjectNode schema = SlotSchema.object();
        schema.put("$schema", DIALECT);
        schema.put("title", "Reflux campaign");
        schema.setAll(slots.mapping(CampaignPlan.class));
        definitions.set(StagePlan.class.getSimpleName(), listed("Stage", settings(catalog), slots));
        definitions.set(MergePlan.class.getSimpleName(), listed("Merge", settings(catalog.merging()), slots));
        define(definitions);
        schema.set("$defs", definitions);
        return schema;
    }

    private static Map<String, Class<?>> settings(StageCatalog catalog) {
        Map<String, Class<?>> settings = new LinkedHashMap<>();
        catalog.names()
                .forEach(name -> settings.put(name, catalog.settingsOf(name).orElseThrow()));
        return settings;
    }

    private static Map<String, Class<?>> settings(MergeCatalog catalog) {
        Map<String, Class<?>> settings = new LinkedHashMap<>();
        catalog.names()
                .forEach(name -> settings.put(name, catalog.settingsOf(name).orElseThrow()));
        return settings;
    }

    private static ObjectNode listed(String title, Map<String, Class<?>> known, SlotSchema slots) {
        ArrayNode choices = JsonNodeFactory.instance.arrayNode();
        ArrayNode bareNames = JsonNodeFactory.instance.arrayNode();
        known.forEach((name, type) -> {
            ObjectNode settings = slots.record(type);
            if (worksBare(type)) {
                bareNames.add(name);
                settings = SlotSchema.either(settings, SlotSchema.typed(NOTHING));
            }
            choices.add(oneKey(name, settings));
        });
        if (!bareNames.isEmpty()) {
            choices.add(SlotSchema.typed("string").set("enum", bareNames));
        }
        ObjectNode item = SlotSchema.object();
        item.put("title", title);
        item.set("oneOf", choices);
        return item;
    }

    private static ObjectNode oneKey(String name, ObjectNode settings) {
        ObjectNode choice = SlotSchema.typed("object");
        choice.put("title", name);
        choice.putObject("properties").set(name, settings);
        choice.putArray("required").add(name);
        choice.put("additionalProperties", false);
        return choice;
    }

    /** True if it may be written as its name alone. */
    private static boolean worksBare(Class<?> type) {
        try {
            Binder binder = new Binder(Environment.of(Map.of()));
            return binder.record(type, Binder.EMPTY, new Place("defaults", 1, "")) != null;
        } catch (InvalidCampaignException e) {
            return false;
        }
    }

    private static void define(ObjectNode definitions) {
        definitions.set("text", SlotSchema.typed("string").put("pattern", ScalarReader.TEXT_PATTERN));
        definitions.set("placeholder", SlotSchema.typed("string").put("pattern", Environment.PLACEHOLDER_PATTERN));
        definitions.set("secret", SlotSchema.typed("string").put("pattern", ScalarReader.SECRET_PATTERN));
        definitions.set("duration", SlotSchema.typed("string").put("pattern", ScalarReader.DURATION_PATTERN));
    }
}
