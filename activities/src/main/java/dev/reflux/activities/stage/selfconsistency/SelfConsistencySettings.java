package dev.reflux.activities.stage.selfconsistency;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.StageSettings;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Settings of the stage {@code self-consistency}. */
public record SelfConsistencySettings(
        @Key(
                value = "Where an answer's final answer stands; the first place that has one where absent.",
                otherwise = Key.ABSENT)
        Parse parse,

        @Key(value = "Field that holds the final answer of an answer in JSON.", otherwise = "answer")
        String field,

        @Key(
                value = "Where parse is regex, what to look for: its last match counts, and of that the first group.",
                otherwise = Key.ABSENT)
        String pattern,

        @Key(value = "Least share of the votes to be accepted.", otherwise = "0", least = 0, most = 1)
        double least,

        @Key(value = "Least number of answers that can be read, or nobody has agreed.", otherwise = "2", least = 1)
        int leastVotes)
        implements StageSettings {

    /** Where a final answer stands. */
    public enum Parse {
        /** A field of a JSON object. */
        JSON_FIELD,
        /** The rest of the line after the last {@code ####}. */
        HASH,
        /** What the last {@code \boxed{…}} holds. */
        BOXED,
        /** The last number. */
        LAST_NUMBER,
        /** What a pattern finds. */
        REGEX
    }

    public SelfConsistencySettings {
        if ((parse == Parse.REGEX) != (pattern != null)) {
            throw new InvalidSettingException(
                    "pattern",
                    pattern == null ? "must be given where parse is regex" : "must be left out unless parse is regex",
                    pattern == null ? "none" : pattern,
                    pattern == null ? "write, say, 'Answer: (.+)'" : "write parse: regex, or remove it");
        }
        if (pattern != null) {
            requirePattern(pattern);
        }
    }

    private static void requirePattern(String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new InvalidSettingException(
                    "pattern", "must be a regular expression: " + e.getDescription(), pattern, "correct it");
        }
    }
}
