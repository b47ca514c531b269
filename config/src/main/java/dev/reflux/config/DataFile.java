package dev.reflux.config;

/** A JSONL or CSV file of samples, told apart by its ending ({@code .jsonl}, {@code .csv}). */
public record DataFile(
        @Key(value = "Path, relative to the campaign file.", shorthand = true, pattern = "(\\.jsonl|\\.csv|\\})$")
        String path,

        @Key(value = "Name of the field that holds the text.", otherwise = "text")
        String text,

        @Key(value = "Name of the field that holds the label.", otherwise = "label")
        String label,

        @Key(value = "Take only so many samples of each label, drawn by randomSeed.", otherwise = Key.ABSENT, least = 1)
        Integer perLabel,

        @Key(value = "Decides which samples perLabel draws.", otherwise = "1")
        int randomSeed) {

    public DataFile {
        if (!path.endsWith(".jsonl") && !path.endsWith(".csv") && !path.endsWith("}")) {
            throw new InvalidSettingException(
                    "path", "must end in .jsonl or .csv", path, "name a file of one of these kinds");
        }
    }
}
