package dev.reflux.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;

/** A file written from the finished dataset, below the campaign's {@code exports} folder. */
public record Export(
        @Key("Layout of a sample.") Format format,

        @Key(
                value =
                        "File name; its ending (.jsonl, .json, .csv, each also with .gz or .zst; .parquet) decides the encoding.",
                pattern = "^" + Export.NAME_PATTERN + "$")
        String path,

        @Key(
                value =
                        "Write prompt and answers of a preference, binary, completion or prompt export as lists of messages, not as texts.",
                otherwise = "false")
        boolean conversational,

        @Key(
                value = "Add the ratings of the chosen answer to a preference export, as annotation_metrics.",
                otherwise = "false")
        boolean ratings,

        @Key(
                value =
                        "Chat template of a text export: a built-in one, or the path of a tokenizer's, relative to the campaign file.",
                otherwise = Key.ABSENT)
        String template,

        @Key(value = "Add which characters of a text export the assistant wrote, as masks.", otherwise = "false")
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean masks,

        @Key(
                value = "Write a text export's prompts without their answers, up to where the assistant's turn begins.",
                otherwise = "false")
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean generationPrompt,

        @Key(value = "Special tokens of a text export, in the place of the template's own.", otherwise = Key.ABSENT)
        SpecialTokens tokens,

        @Key(
                value = "The day, such as 2025-01-31, that a template is told which asks for it.",
                otherwise = Key.ABSENT,
                pattern = "^" + Export.DAY_PATTERN + "$")
        String date,

        @Key(
                value = "Write only what merge step split put into this part; where absent, everything.",
                otherwise = Key.ABSENT)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Split split) {

    /** Layouts of an exported sample. */
    public enum Format {
        /** {@code text}, {@code label}, {@code confidence}. */
        CLASSIFICATION,
        /** {@code messages}, a conversation for each answer: system, user and assistant turns; not CSV. */
        MESSAGES,
        /** {@code prompt}, {@code chosen}, {@code rejected}, for each pair of marked answers; not CSV. */
        PREFERENCE,
        /** {@code prompt}, {@code completion}, {@code label}, for each marked answer; not CSV. */
        BINARY,
        /** {@code prompt}, {@code completion}, for each answer; not CSV. */
        COMPLETION,
        /** {@code instruction}, {@code input}, {@code output}, for each answer; not CSV. */
        ALPACA,
        /** {@code conversations} of human and gpt, for each answer; not CSV. */
        SHAREGPT,
        /** {@code prompt}, for each sample; not CSV. */
        PROMPT,
        /** {@code text}, a conversation as a chat template renders it, for each answer; not CSV. */
        TEXT
    }

    /** A plain file name: an export never leaves its folder. */
    public static final String NAME_PATTERN = "[A-Za-z0-9._-]+\\.((jsonl|json|csv)(\\.gz|\\.zst)?|parquet)";

    /** Name of the file beside the exports that tells LLaMA-Factory how to read them. */
    public static final String OF_LLAMA_FACTORY = "dataset_info.json";

    static final String DAY_PATTERN = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

    private static final String CSV = ".*\\.csv(\\.gz|\\.zst)?";

    private static final List<Format> CONVERSATIONAL =
            List.of(Format.PREFERENCE, Format.BINARY, Format.COMPLETION, Format.PROMPT);

    public Export {
        requirePath(format, path);
        requireOnlyWhere(!conversational || CONVERSATIONAL.contains(format), "conversational");
        requireOnlyWhere(!ratings || format == Format.PREFERENCE, "ratings");
        requireTemplate(format, template);
        boolean isText = format == Format.TEXT;
        requireOnlyWhere(isText || !masks, "masks");
        requireOnlyWhere(isText || !generationPrompt, "generationPrompt");
        requireOnlyWhere(isText || tokens == null, "tokens");
        requireOnlyWhere(isText || date == null, "date");
        if (masks && generationPrompt) {
            throw new InvalidSettingException(
                    "masks",
                    "must be left out with generationPrompt, because a prompt holds nothing to be learnt",
                    "both",
                    "make two exports of it");
        }
        if (date != null && !date.matches(DAY_PATTERN)) {
            throw new InvalidSettingException("date", "must be a day", date, "write one such as 2025-01-31");
        }
    }

    private static void requirePath(Format format, String path) {
        if (!path.matches(NAME_PATTERN)) {
            throw new InvalidSettingException(
                    "path",
                    "must be a plain file name ending in .jsonl, .json, .csv (each also with .gz or .zst after it) or .parquet",
                    path,
                    "write, say, accepted.jsonl");
        }
        if (format != Format.CLASSIFICATION && path.matches(CSV)) {
            throw new InvalidSettingException(
                    "path",
                    "must not end in .csv where the format is " + format.name().toLowerCase(Locale.ROOT)
                            + ", because a table holds no conversation",
                    path,
                    "write, say, answers.jsonl");
        }
        if (path.equals(OF_LLAMA_FACTORY)) {
            throw new InvalidSettingException(
                    "path",
                    "must be another name, because this file describes the exports",
                    path,
                    "write, say, accepted.json");
        }
    }

    /** With no further options. */
    public Export(Format format, String path) {
        this(format, path, false, false);
    }

    /** Of the whole dataset, and no text export. */
    public Export(Format format, String path, boolean conversational, boolean ratings) {
        this(format, path, conversational, ratings, null);
    }

    /** That is no text export. */
    public Export(Format format, String path, boolean conversational, boolean ratings, Split split) {
        this(format, path, conversational, ratings, null, false, false, null, null, split);
    }

    /** True if a sample to which these operations were done is written. */
    public boolean takes(List<String> operations) {
        return split == null || operations.contains(split.operation());
    }

    private static void requireTemplate(Format format, String template) {
        if ((format == Format.TEXT) != (template != null)) {
            throw new InvalidSettingException(
                    "template",
                    "must be given where the format is text, and nowhere else",
                    template == null ? "nothing" : template,
                    template == null ? "add template: chatml, or that of your model" : "remove it");
        }
    }

    private static String given(String key) {
        return List.of("tokens", "date").contains(key) ? "one" : "true";
    }

    private static void requireOnlyWhere(boolean fits, String key) {
        if (!fits) {
            throw new InvalidSettingException(
                    key, "must be left out where the format holds no such thing", given(key), "remove it");
        }
    }
}
