package dev.reflux.config;

import java.util.List;

/**
 * Benchmark files that a dataset must not hold: JSONL, a JSON array or CSV, told apart by their ending ({@code .jsonl},
 * {@code .json}, {@code .csv}; each with {@code .gz} after it, compressed by gzip).
 */
public record Benchmark(
        @Key(
                value =
                        "Path, relative to the campaign file; in the file's name `*` stands for any characters and `?` for one.",
                shorthand = true,
                pattern = "(\\.jsonl|\\.json|\\.csv|\\.gz|\\*|\\})$")
        String path,

        @Key(
                value =
                        "Fields that hold what is asked, such as `question` or `choices.turns`; where none is named, the first that a record has of `question`, `prompt`, `instruction`, `problem`, `text`, `query`, `turns`, `messages`, `conversations`, in any case.",
                otherwise = "[]")
        List<String> fields,

        @Key(
                value =
                        "Whether several fields are compared each by itself, or as one text in the order they are named.",
                otherwise = "apart")
        Several several) {

    /** How several fields of a record are taken. */
    public enum Several {
        /** Each is a text of its own. */
        APART,
        /** They are one text. */
        JOINED
    }

    private static final List<String> ENDINGS = List.of(".jsonl", ".json", ".csv", "*", "}");

    public Benchmark {
        String plain = path.endsWith(".gz") ? path.substring(0, path.length() - ".gz".length()) : path;
        if (ENDINGS.stream().noneMatch(plain::endsWith)) {
            throw new InvalidSettingException(
                    "path",
                    "must end in .jsonl, .json or .csv, or in one of these and .gz",
                    path,
                    "name files of one of these kinds");
        }
        fields = fields == null ? List.of() : List.copyOf(fields);
    }
}
