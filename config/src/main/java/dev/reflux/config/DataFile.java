package dev.reflux.config;

/**
 * A JSONL, JSON, CSV or Parquet file of samples, told apart by its ending ({@code .jsonl}, {@code .json}, {@code .csv}, each also
 * with {@code .gz} or {@code .zst} after it; {@code .parquet}).
 */
public record DataFile(
        @Key(value = "Path, relative to the campaign file.", shorthand = true, pattern = DataFile.ENDING_PATTERN)
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

    /** What a path ends in: a kind of file, or a placeholder that is not known yet. */
    static final String ENDING_PATTERN = "(\\.(jsonl|json|csv)(\\.gz|\\.zst)?|\\.parquet|\\})$";

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
        if (!path.matches("(?s).*" + ENDING_PATTERN)) {
            throw new InvalidSettingException(
                    "path",
                    "must end in .jsonl, .json, .csv (each also with .gz or .zst after it) or .parquet",
                    path,
                    "name a file of one of these kinds");
        }
    }
}
