package dev.reflux.config.grammar;

import dev.reflux.config.CampaignPlan;
import dev.reflux.config.MergePlan;
import dev.reflux.config.StagePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tables of the grammar's reference, in Markdown: one for each mapping, made from what the parser reads. */
public final class CampaignReference {

    private CampaignReference() {}

    /** The records of a campaign file, from the top downwards; the settings of stages are not among them. */
    public static List<Class<?>> records() {
        return records(CampaignPlan.class);
    }

    /** A record and those below it, from the top downwards. */
    public static List<Class<?>> records(Class<?> top) {
        List<Class<?>> found = new ArrayList<>();
        collect(top, found);
        return List.copyOf(found);
    }

    private static void collect(Class<?> type, List<Class<?>> found) {
        if (type == StagePlan.class || type == MergePlan.class || found.contains(type)) {
            return;
        }
        found.add(type);
        for (Slot slot : RecordShape.of(type).slots()) {
            Class<?> next = valueType(slot);
            if (next.isRecord()) {
                collect(next, found);
            }
        }
    }

    private static Class<?> valueType(Slot slot) {
        if (slot.isList()) {
            return valueType(slot.element());
        }
        return slot.isMap() ? valueType(slot.mapped()) : slot.rawType();
    }

    /** The heading of a record's table: {@code DataFile} reads "Data file", {@code TeacherPlan} "Teacher". */
    public static String title(Class<?> type) {
        String words = type.getSimpleName().replaceAll("Plan$", "").replaceAll("(?<!^)([A-Z])", " $1");
        return words.substring(0, 1) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    /** One row for each key of a record: the key, what it takes, its default, what it means. */
    public static String table(Class<?> type) {
        return RecordShape.of(type).slots().stream()
                .map(CampaignReference::row)
                .collect(
                        Collectors.joining("", "| key | value | default | meaning |\n| --- | --- | --- | --- |\n", ""));
    }

    private static String row(Slot slot) {
        return "| `" + slot.name() + "` | " + value(slot) + " | " + otherwise(slot) + " | "
                + slot.key().value() + " |\n";
    }

    private static String otherwise(Slot slot) {
        if (slot.isRequired()) {
            return "required";
        }
        return slot.hasDefault() ? "`" + slot.key().otherwise() + "`" : "none";
    }

    private static String value(Slot slot) {
        Class<?> type = slot.rawType();
        if (slot.isList()) {
            return "list: " + value(slot.element());
        } else if (slot.isMap()) {
            return "mapping: name to " + value(slot.mapped());
        } else if (type.isEnum()) {
            return KebabName.all(type).stream().collect(Collectors.joining("`, `", "`", "`"));
        } else if (type.isRecord()) {
            return "[" + title(type) + "](#"
                    + title(type).toLowerCase(Locale.ROOT).replace(' ', '-') + ")";
        } else if (type == Duration.class) {
            return "duration";
        } else if (slot.isFlag()) {
            return "`true` or `false`";
        } else if (slot.key().secret()) {
            return "`${NAME}` or `${NAME:-}`";
        } else if (type == String.class) {
            return "text";
        }
        String range = NumberRange.of(slot).toString();
        return (slot.isWhole() ? "whole number" : "number") + (range.isEmpty() ? "" : ", " + range);
    }
}
