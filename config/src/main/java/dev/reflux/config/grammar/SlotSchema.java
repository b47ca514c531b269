package dev.reflux.config.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.MergePlan;
import dev.reflux.config.PlanJson;
import dev.reflux.config.StagePlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** JSON Schema of keys and records. The plan's own records become shared definitions, settings are written in place. */
final class SlotSchema {

    private final ObjectNode definitions;

    SlotSchema(ObjectNode definitions) {
        this.definitions = definitions;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode typed(String type) {
        return object().put("type", type);
    }

    static ObjectNode either(JsonNode... choices) {
        ObjectNode either = object();
        ArrayNode list = either.putArray("anyOf");
        for (JsonNode choice : choices) {
            list.add(choice);
        }
        return either;
    }

    private static ObjectNode reference(String definition) {
        return object().put("$ref", "#/$defs/" + definition);
    }

    /** A record, or the bare value that may stand for it. */
    ObjectNode record(Class<?> type) {
        return RecordShape.of(type)
                .shorthand()
                .map(slot -> either(value(slot), mapping(type)))
                .orElseGet(() -> mapping(type));
    }

    /** A record written out as a mapping. */
    ObjectNode mapping(Class<?> type) {
        ObjectNode schema = typed("object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = object().arrayNode();
        for (Slot slot : RecordShape.of(type).slots()) {
            properties.set(slot.name(), described(slot));
            if (slot.isRequired()) {
                required.add(slot.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    private ObjectNode described(Slot slot) {
        ObjectNode schema = object();
        schema.put("title", title(slot.name()));
        schema.put("description", slot.key().value());
        schema.setAll(value(slot));
        if (slot.hasDefault()) {
            Object written = new Load(LoadSettings.builder().build())
                    .loadFromString(slot.key().otherwise());
            schema.set("default", PlanJson.mapper().valueToTree(written));
        }
        return schema;
    }

    private ObjectNode value(Slot slot) {
        Class<?> type = slot.rawType();
        if (slot.isList()) {
            return list(slot);
        } else if (slot.isMap()) {
            return map(slot);
        } else if (slot.key().secret()) {
            return reference("secret");
        } else if (type == String.class) {
            return text(slot);
        } else if (type == StagePlan.class || type == MergePlan.class) {
            return reference(type.getSimpleName());
        } else if (type.isRecord()) {
            return type.getPackage() == CampaignPlan.class.getPackage() ? shared(type) : record(type);
        } else if (type == Duration.class) {
            return either(reference("duration"), reference("placeholder"));
        }
        return either(constrained(slot), reference("placeholder"));
    }

    private ObjectNode list(Slot slot) {
        ObjectNode list = typed("array");
        list.set("items", value(slot.element()));
        return list;
    }

    private ObjectNode map(Slot slot) {
        ObjectNode map = typed("object");
        map.set("additionalProperties", value(slot.mapped()));
        return map;
    }

    private static ObjectNode text(Slot slot) {
        ObjectNode text = reference("text");
        if (!slot.key().pattern().isEmpty()) {
            text.put("pattern", slot.key().pattern());
        }
        return text;
    }

    private ObjectNode shared(Class<?> type) {
        String name = type.getSimpleName();
        if (!definitions.has(name)) {
            definitions.set(name, record(type));
        }
        return reference(name);
    }

    private static ObjectNode constrained(Slot slot) {
        if (slot.isFlag()) {
            return typed("boolean");
        } else if (slot.isWhole() || slot.isFraction()) {
            NumberRange range = NumberRange.of(slot);
            ObjectNode number = typed(slot.isWhole() ? "integer" : "number");
            bound(number, "minimum", range.least(), slot.isWhole() ? range.typeLeast() : null);
            bound(number, "maximum", range.most(), slot.isWhole() ? range.typeMost() : null);
            return number;
        }
        ObjectNode constant = object();
        KebabName.all(slot.rawType()).forEach(constant.putArray("enum")::add);
        return constant;
    }

    private static void bound(ObjectNode number, String keyword, BigDecimal declared, BigDecimal ofType) {
        BigDecimal bound = declared == null ? ofType : declared;
        if (bound != null) {
            number.set(keyword, JsonNodeFactory.instance.numberNode(new BigDecimal(NumberRange.plain(bound))));
        }
    }

    /** {@code maxOutputTokens} reads "Max output tokens". */
    private static String title(String name) {
        String words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
