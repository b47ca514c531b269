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
                        "Write prompt and answers of a preference, binary or prompt export as lists of messages, not as texts.",
                otherwise = "false")
        boolean conversational,

        @Key(
                value = "Add the ratings of the chosen answer to a preference export, as annotation_metrics.",
                otherwise = "false")
        boolean ratings,

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
        /** {@code instruction}, {@code input}, {@code output}, for each answer; not CSV. */
        ALPACA,
        /** {@code conversations} of human and gpt, for each answer; not CSV. */
        SHAREGPT,
        /** {@code prompt}, for each sample; not CSV. */
        PROMPT
    }

    /** A plain file name: an export never leaves its folder. */
    public static final String NAME_PATTERN = "[A-Za-z0-9._-]+\\.((jsonl|json|csv)(\\.gz|\\.zst)?|parquet)";

    private static final String CSV = ".*\\.csv(\\.gz|\\.zst)?";

    private static final List<Format> CONVERSATIONAL = List.of(Format.PREFERENCE, Format.BINARY, Format.PROMPT);

    public Export {
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
        requireOnlyWhere(!conversational || CONVERSATIONAL.contains(format), "conversational");
        requireOnlyWhere(!ratings || format == Format.PREFERENCE, "ratings");
    }

    /** With no further options. */
    public Export(Format format, String path) {
        this(format, path, false, false);
    }

    /** Of the whole dataset. */
    public Export(Format format, String path, boolean conversational, boolean ratings) {
        this(format, path, conversational, ratings, null);
    }

    /** True if a sample to which these operations were done is written. */
    public boolean takes(List<String> operations) {
        return split == null || operations.contains(split.operation());
    }

    private static void requireOnlyWhere(boolean fits, String key) {
        if (!fits) {
            throw new InvalidSettingException(
                    key, "must be left out where the format holds no such thing", "true", "remove it");
        }
    }
}
