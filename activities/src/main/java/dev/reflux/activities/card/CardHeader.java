package dev.reflux.activities.card;

import dev.reflux.activities.export.ExportedFile;
import dev.reflux.config.Export;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The YAML that the Hugging Face Hub reads at the top of a card. Every value is quoted: {@code no} is Norwegian, not false. */
final class CardHeader {
    /** Bounds of the Hub's sizes, and their names: the first that is not reached. */
    private static final List<Long> BOUNDS =
            List.of(1_000L, 10_000L, 100_000L, 1_000_000L, 10_000_000L, 100_000_000L, 1_000_000_000L);

    private static final List<String> SIZES =
            List.of("n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M", "100M<n<1B", "n>1B");

    private final StringBuilder yaml = new StringBuilder("---\n");

    private CardHeader() {}

    /** @param languages of the dataset, stated or measured */
    static String of(CardSubject subject, List<String> languages) {
        CardHeader header = new CardHeader();
        header.value("pretty_name", subject.title());
        if (subject.stated().license() != null) {
            header.value("license", subject.stated().license());
        }
        header.list("language", languages);
        header.list("task_categories", categories(subject.files()));
        header.list("size_categories", List.of(size(subject.files())));
        header.list("tags", List.of("synthetic", "reflux"));
        header.configs(subject.files());
        return header.yaml.append("---\n").toString();
    }

    private void value(String key, String value) {
        yaml.append(key).append(": ").append(MarkdownText.quoted(value)).append('\n');
    }

    private void list(String key, List<String> values) {
        if (!values.isEmpty()) {
            yaml.append(key).append(":\n");
            values.forEach(value ->
                    yaml.append("- ").append(MarkdownText.quoted(value)).append('\n'));
        }
    }

    private void configs(List<ExportedFile> files) {
        yaml.append("configs:\n");
        List<String> names = Configurations.names(files);
        for (int i = 0; i < files.size(); i++) {
            if (Configurations.isOne(files.get(i), files)) {
                config(names.get(i), files.get(i), i == 0);
            }
        }
    }

    private void config(String name, ExportedFile file, boolean isFirst) {
        yaml.append("- config_name: ").append(MarkdownText.quoted(name)).append('\n');
        yaml.append(isFirst ? "  default: true\n" : "");
        String split =
                file.export().split() == null ? "train" : file.export().split().name();
        yaml.append("  data_files:\n  - split: ")
                .append(MarkdownText.quoted(split.toLowerCase(Locale.ROOT)))
                .append("\n    path: ")
                .append(MarkdownText.quoted(file.export().path()))
                .append('\n');
    }

    private static List<String> categories(List<ExportedFile> files) {
        TreeSet<String> categories = new TreeSet<>();
        for (ExportedFile file : files) {
            boolean isClassified = file.export().format() == Export.Format.CLASSIFICATION;
            categories.add(isClassified ? "text-classification" : "text-generation");
        }
        return new ArrayList<>(categories);
    }

    private static String size(List<ExportedFile> files) {
        long rows = files.stream().mapToLong(ExportedFile::rows).max().orElse(0);
        int size = 0;
        while (size < BOUNDS.size() && rows >= BOUNDS.get(size)) {
            size++;
        }
        return SIZES.get(size);
    }
}
