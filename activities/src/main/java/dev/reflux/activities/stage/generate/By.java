package dev.reflux.activities.stage.generate;

import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.stage.generate.grid.Attribute;
import dev.reflux.activities.stage.generate.grid.AttributeGrid;
import dev.reflux.activities.stage.generate.magpie.SystemPrompt;
import dev.reflux.activities.stage.generate.magpie.TurnOpening;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import java.util.Map;
import java.util.TreeMap;

/**
 * How instructions come about, with what that way needs.
 *
 * @param language ISO 639-1 code of what is made; null where any will do
 * @param prompt for {@code grid}: what is asked of the teacher, with <code>{attribute}</code> placeholders
 * @param attributes for {@code grid}: what is drawn, by name
 * @param size longest passage, in characters
 * @param overlap most of a passage's end, in characters, that the next one begins with
 * @param questions asked for about each passage
 * @param template for {@code magpie}: what the teacher is given to go on with; null elsewhere
 * @param systems for {@code magpie}: drawn from for each instruction, their weights summing to 1; by name
 */
public record By(
        @Key(value = "How instructions come about.", shorthand = true)
        Way way,

        @Key(value = "Language of what is made, as ISO 639-1 code; any where absent.", otherwise = Key.ABSENT)
        String language,

        @Key(
                value = "For grid: what the teacher is asked for, with {attribute} where a drawn value stands.",
                otherwise = Key.ABSENT)
        String prompt,

        @Key(value = "For grid: what is drawn for each instruction, by name.", otherwise = "{}")
        Map<String, Attribute> attributes,

        @Key(value = "For documents: longest passage, in characters.", otherwise = "2000", least = 100, most = 100_000)
        int size,

        @Key(
                value = "For documents: most of a passage's end that the next one repeats, in characters.",
                otherwise = "200",
                least = 0,
                most = 50_000)
        int overlap,

        @Key(value = "For documents: questions asked for about each passage.", otherwise = "3", least = 1, most = 50)
        int questions,

        @Key(value = "For documents: what the teacher's answer becomes.", otherwise = "answer")
        AnswerAs answerAs,

        @Key(
                value = "For magpie: the teacher's chat template up to where the user's turn begins.",
                otherwise = Key.ABSENT)
        TurnOpening template,

        @Key(value = "For magpie: system prompts that turns are written under, by name.", otherwise = "{}")
        Map<String, SystemPrompt> systems) {

    private static final int SIZE = 2000;
    private static final int OVERLAP = 200;
    private static final int QUESTIONS = 3;

    /** What an answer that comes with its question becomes. */
    public enum AnswerAs {
        /** The sample's first answer. */
        ANSWER,
        /** What later answers are held to. */
        REFERENCE
    }

    public By {
        Replies.requireKnown(language);
        systems = systems == null ? new TreeMap<>() : new TreeMap<>(systems);
        requireTemplate(way, template, systems);
        attributes = attributes == null ? new TreeMap<>() : new TreeMap<>(attributes);
        if ((way == Way.GRID) == attributes.isEmpty() || (way == Way.GRID) != (prompt != null)) {
            throw new InvalidSettingException(
                    way == Way.GRID && prompt == null ? "prompt" : "attributes",
                    "must be given for grid, with prompt and attributes, and only there",
                    way == Way.GRID ? "nothing" : "settings of a grid for " + way.operation(),
                    "write way: grid, prompt: with {name} in it, and attributes: {name: {values: [one, two]}}");
        }
        if (way == Way.GRID) {
            AttributeGrid.requireWhole(prompt, attributes);
        }
        if (overlap > size / 2) {
            throw new InvalidSettingException(
                    "overlap", "must be at most half of size, " + size, String.valueOf(overlap), "lower it");
        }
    }

    /** Any way but that of a template. */
    By(
            Way way,
            String language,
            String prompt,
            Map<String, Attribute> attributes,
            int size,
            int overlap,
            int questions,
            AnswerAs answerAs) {
        this(way, language, prompt, attributes, size, overlap, questions, answerAs, null, Map.of());
    }

    private static void requireTemplate(Way way, TurnOpening template, Map<String, SystemPrompt> systems) {
        if ((way == Way.MAGPIE) != (template != null)) {
            throw new InvalidSettingException(
                    "template",
                    "must be given for magpie, and only there",
                    template == null ? "nothing" : "one for " + way.operation(),
                    template == null ? "add, say, template: llama-3" : "remove it");
        }
        if (template == null && !systems.isEmpty()) {
            throw new InvalidSettingException(
                    "systems",
                    "must be left out except for magpie",
                    systems.keySet().toString(),
                    "remove it");
        }
        SystemPrompt.requireWhole(systems);
        if (template != null) {
            template.requirePlace(!systems.isEmpty());
        }
    }

    /** A way with nothing but defaults. */
    static By of(Way way) {
        return new By(way, null, null, Map.of(), SIZE, OVERLAP, QUESTIONS, AnswerAs.ANSWER);
    }
}
