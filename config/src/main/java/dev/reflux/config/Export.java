package dev.reflux.config;

/** A file written from the finished dataset, below the campaign's {@code exports} folder. */
public record Export(
        @Key("Layout of a sample.") Format format,

        @Key(
                value = "File name; its ending (.jsonl, .csv) decides the encoding.",
                pattern = "^" + Export.NAME_PATTERN + "$")
        String path) {

    /** Layouts of an exported sample. */
    public enum Format {
        /** {@code text}, {@code label}, {@code confidence}. */
        CLASSIFICATION,
        /** {@code messages}, a conversation for each answer: system, user and assistant turns; JSONL alone. */
        MESSAGES
    }

    /** A plain file name: an export never leaves its folder. */
    public static final String NAME_PATTERN = "[A-Za-z0-9._-]+\\.(jsonl|csv)";

    public Export {
        if (!path.matches(NAME_PATTERN)) {
            throw new InvalidSettingException(
                    "path", "must be a plain file name ending in .jsonl or .csv", path, "write, say, accepted.jsonl");
        }
        if (format == Format.MESSAGES && !path.endsWith(".jsonl")) {
            throw new InvalidSettingException(
                    "path",
                    "must end in .jsonl where the format is messages, because a table holds no conversation",
                    path,
                    "write, say, answers.jsonl");
        }
    }
}
