package dev.reflux.config;

/** A file written from the finished dataset, below the campaign's {@code exports} folder. */
public record Export(
        @Key("Layout of a sample.") Format format,

        @Key("File name; its ending (.jsonl, .csv) decides the encoding.")
        String path) {

    /** Layouts of an exported sample. */
    public enum Format {
        /** {@code text}, {@code label}, {@code confidence}. */
        CLASSIFICATION
    }

    public Export {
        if (!path.matches("[A-Za-z0-9._-]+\\.(jsonl|csv)")) {
            throw new InvalidSettingException(
                    "path", "must be a plain file name ending in .jsonl or .csv", path, "write, say, accepted.jsonl");
        }
    }
}
