package dev.reflux.activities.card;

import dev.reflux.activities.export.ExportedFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Exports as configurations of a dataset. Hugging Face {@code datasets} reads all configurations of a folder as files of one kind, that
 * of the first: those of another kind are loaded by themselves.
 */
final class Configurations {
    private static final String CSV = ".*\\.csv(\\.gz|\\.zst)?";

    private Configurations() {}

    /** One name for each file, in their order: the file's without endings, or where two would be alike, with them. */
    static List<String> names(List<ExportedFile> files) {
        List<String> names = new ArrayList<>();
        for (ExportedFile file : files) {
            String stem = stem(file);
            boolean isOnly =
                    files.stream().filter(other -> stem(other).equals(stem)).count() == 1;
            names.add(isOnly && !stem.isEmpty() ? stem : file.export().path());
        }
        return names;
    }

    /** Whether a file is read as the first one is. */
    static boolean isOne(ExportedFile file, List<ExportedFile> files) {
        return kind(file).equals(kind(files.get(0)));
    }

    /** What {@code load_dataset} calls this kind of file. */
    static String kind(ExportedFile file) {
        String path = file.export().path();
        return path.endsWith(".parquet") ? "parquet" : path.matches(CSV) ? "csv" : "json";
    }

    private static String stem(ExportedFile file) {
        return file.export().path().replaceFirst("\\.(jsonl|json|csv|parquet)(\\.gz|\\.zst)?$", "");
    }
}
