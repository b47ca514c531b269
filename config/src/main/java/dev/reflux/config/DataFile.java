package dev.reflux.config;

/**
 * A JSONL or CSV file of samples, told apart by its ending ({@code .jsonl}, {@code .csv}; either with {@code .gz} after
 * it, compressed by gzip).
 */
public record DataFile(
        @Key(
                value = "Path, relative to the campaign file.",
                shorthand = true,
                pattern = "(\\.jsonl|\\.csv|\\.jsonl\\.gz|\\.csv\\.gz|\\})$")
        String path,

        @Key(value = "Name of the field that holds the text.", otherwise = "text")
        String text,

        @Key(value = "Name of the field that holds the label.", otherwise = "label")
        String label,

        @Key(value = "Names of the fields that hold more than the text.", otherwise = "{}")
        TaskFields fields,

        @Key(value = "Take only so many samples of each label, drawn by randomSeed.", otherwise = Key.ABSENT, least = 1)
        Integer perLabel,

        @Key(value = "Decides which samples perLabel draws.", otherwise = "1")
        int randomSeed,

        @Key(value = "Take only so many records from the file's beginning.", otherwise = Key.ABSENT, least = 1)
        Integer first) {

    /** The whole file. */
    public DataFile(String path, String text, String label, TaskFields fields, Integer perLabel, int randomSeed) {
        this(path, text, label, fields, perLabel, randomSeed, null);
    }

    /** This file, no more than so many of its records. */
    public DataFile cutTo(int records) {
        int least = first == null ? records : Math.min(first, records);
        return new DataFile(path, text, label, fields, perLabel, randomSeed, least);
    }

    public DataFile {
        String plain = path.endsWith(".gz") ? path.substring(0, path.length() - ".gz".length()) : path;
        if (!plain.endsWith(".jsonl") && !plain.endsWith(".csv") && !path.endsWith("}")) {
            throw new InvalidSettingException(
                    "path",
                    "must end in .jsonl, .csv, .jsonl.gz or .csv.gz",
                    path,
                    "name a file of one of these kinds");
        }
    }
}
