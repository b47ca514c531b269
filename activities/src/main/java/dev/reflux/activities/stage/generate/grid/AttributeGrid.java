package dev.reflux.activities.stage.generate.grid;

import dev.reflux.config.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws a value for every attribute and puts them into a prompt. */
public final class AttributeGrid {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_-]*)}");

    private AttributeGrid() {}

    /**
     * Refuses a grid that could not be drawn, or not be put into its prompt.
     *
     * @throws InvalidSettingException if a placeholder names no attribute, an attribute is not in the prompt and nothing
     *     depends on it, or one depends on what has no fitting values
     */
    public static void requireWhole(String prompt, Map<String, Attribute> attributes) {
        Set<String> used = new TreeSet<>();
        PLACEHOLDER.matcher(prompt).results().forEach(match -> used.add(match.group(1)));
        for (String name : used) {
            if (!attributes.containsKey(name)) {
                throw new InvalidSettingException(
                        "prompt",
                        "must hold placeholders of attributes alone, " + attributes.keySet(),
                        "{" + name + "}",
                        "correct the placeholder, or add the attribute " + name);
            }
        }
        attributes.forEach((name, attribute) -> requireBase(name, attribute, attributes));
        attributes.values().stream()
                .map(Attribute::dependsOn)
                .filter(name -> name != null)
                .forEach(used::add);
        for (String name : attributes.keySet()) {
            if (!used.contains(name)) {
                throw new InvalidSettingException(
                        "prompt",
                        "must hold every attribute that none depends on",
                        "no {" + name + "}",
                        "put it into the prompt, or remove the attribute");
            }
        }
    }

    private static void requireBase(String name, Attribute attribute, Map<String, Attribute> attributes) {
        if (attribute.dependsOn() == null) {
            return;
        }
        Attribute base = attributes.get(attribute.dependsOn());
        List<String> open = new ArrayList<>(base == null ? List.of() : base.values());
        if (open.isEmpty()) {
            throw new InvalidSettingException(
                    "attributes." + name + ".dependsOn",
                    "must name an attribute that is drawn from values",
                    attribute.dependsOn(),
                    "name one of those");
        }
        attribute.cases().forEach(each -> open.remove(each.when()));
        if (!open.isEmpty()) {
            throw new InvalidSettingException(
                    "attributes." + name + ".cases",
                    "must have a case for every value of " + attribute.dependsOn(),
                    "none for " + open.get(0),
                    "add - {when: " + open.get(0) + ", values: […]}");
        }
    }

    /** A value for every attribute, by name; the same for the same random seed. */
    public static SortedMap<String, String> draw(Map<String, Attribute> attributes, Random random) {
        SortedMap<String, String> drawn = new TreeMap<>();
        SortedMap<String, Attribute> inOrder = new TreeMap<>(attributes);
        inOrder.forEach((name, attribute) -> {
            if (attribute.dependsOn() == null) {
                drawn.put(name, attribute.draw(random, null));
            }
        });
        inOrder.forEach((name, attribute) -> {
            if (attribute.dependsOn() != null) {
                drawn.put(name, attribute.draw(random, drawn.get(attribute.dependsOn())));
            }
        });
        return drawn;
    }

    /** The prompt with the values in their places, filled in once. */
    public static String fill(String prompt, Map<String, String> values) {
        return PLACEHOLDER.matcher(prompt).replaceAll(match -> Matcher.quoteReplacement(values.get(match.group(1))));
    }
}
