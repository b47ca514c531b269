package dev.reflux.activities.stage.filter;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.TextList;

/** A file of words or phrases that must not occur. */
public record WordListSettings(
        @Key(value = "File of words or phrases, one a line or JSONL; relative to this file.", shorthand = true)
        String path,

        @Key(value = "Field of a JSON object that holds one.", otherwise = "text")
        String field,

        @Key(
                value = "Reason of what is rejected for it, in kebab-case.",
                otherwise = "listed-word",
                pattern = WordListSettings.KEBAB)
        String reason,

        @Key(value = "How often one of them may occur in a text or an answer.", otherwise = "0", least = 0)
        int most) {

    static final String KEBAB = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    public WordListSettings {
        if (path.isBlank()) {
            throw new InvalidSettingException("path", "must name a file", "'" + path + "'", "write its path");
        }
        if (!reason.matches(KEBAB)) {
            throw new InvalidSettingException("reason", "must be in kebab-case", reason, "write, say, profanity");
        }
    }

    TextList list() {
        return new TextList("wordLists", path, field);
    }
}
