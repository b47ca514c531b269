package dev.reflux.activities.stage.generate.magpie;

import dev.reflux.activities.prompt.PromptFingerprint;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import java.util.ArrayList;
import java.util.List;

/**
 * A model's chat template up to where the user's turn begins: one that is known, or its text.
 *
 * <p>What {@code activities.template} renders has no such place: those templates write a whole conversation, begin with the token
 * that servers add themselves, and put in a default system prompt where there is none.
 *
 * @param of null where the text is given
 * @param stop where a user's turn ends; given with a text, and only there
 * @param untilNewline true where a turn is one line
 */
public record TurnOpening(
        @Key(value = "A template that is known.", otherwise = Key.ABSENT, shorthand = true)
        KnownOpening of,

        @Key(
                value = "Another template up to the user's first word, with {system} where a system prompt stands.",
                otherwise = Key.ABSENT)
        String text,

        @Key(value = "For text: what ends a user's turn.", otherwise = "[]")
        List<String> stop,

        @Key(value = "Whether a line's end ends the turn too.", otherwise = "false")
        boolean untilNewline) {

    static final String SYSTEM = "{system}";

    private static final String NEWLINE = "\n";

    public TurnOpening {
        stop = stop == null ? List.of() : List.copyOf(stop);
        if ((of == null) == (text == null)) {
            throw new InvalidSettingException(
                    "text",
                    "must be given where no known template is, and only there",
                    of == null ? "neither" : "both",
                    "write of: llama-3, or text: and stop:");
        }
        if ((text == null) != stop.isEmpty() || stop.contains("")) {
            throw new InvalidSettingException(
                    "stop",
                    "must be given with text, and only there, as texts that are not empty",
                    stop.toString(),
                    text == null ? "remove it" : "add what ends a user's turn, such as stop: [\"<|eot_id|>\"]");
        }
    }

    /**
     * Refuses a text that has no place for system prompts, or a place for none.
     *
     * @param areSystems true if there are system prompts
     */
    public void requirePlace(boolean areSystems) {
        if (text != null && text.contains(SYSTEM) != areSystems) {
            throw new InvalidSettingException(
                    "template.text",
                    "must hold " + SYSTEM + " where there are system prompts, and only there",
                    areSystems ? "no " + SYSTEM : SYSTEM + " without systems",
                    areSystems ? "put " + SYSTEM + " into it" : "take it out, or add systems");
        }
    }

    /** Everything before the user's first word; {@code system} is null where there is none. */
    public String beginning(String system) {
        if (of == null) {
            return system == null ? text : text.replace(SYSTEM, system);
        }
        return system == null ? of.textWithoutSystem() : of.text().replace(SYSTEM, of.shown(system));
    }

    /** Texts before which a turn ends. */
    public List<String> stops() {
        List<String> stops = new ArrayList<>(of == null ? stop : of.stops());
        if (untilNewline) {
            stops.add(NEWLINE);
        }
        return stops;
    }

    /** Tells templates apart, whatever system prompts stand in them. */
    public String fingerprint() {
        return PromptFingerprint.of((of == null ? text : of.text()) + NEWLINE + stops())
                .sha256();
    }
}
