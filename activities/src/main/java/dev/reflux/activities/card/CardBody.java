package dev.reflux.activities.card;

import dev.reflux.activities.export.ExportedFile;
import dev.reflux.config.CardSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The part of a card that people read. */
final class CardBody {
    private final CardSubject subject;
    private final DatasetSurvey survey;
    private final MarkdownPage page = new MarkdownPage();

    CardBody(CardSubject subject, DatasetSurvey survey) {
        this.subject = subject;
        this.survey = survey;
    }

    String page() {
        page.heading(1, subject.title());
        if (subject.stated().summary() != null) {
            page.paragraph(subject.stated().summary());
        }
        page.paragraph(MarkdownPage.count(subject.size()) + " samples, made by the campaign "
                + subject.plan().campaign() + " of Reflux.");
        subject.notice().ifPresent(page::paragraph);
        addFiles();
        addSources();
        addTeachers();
        new CardFunnel(subject, page).add();
        addLanguages();
        addMaking();
        page.heading(2, "Known limits").list(KnownLimits.of(subject, survey));
        return page.toString();
    }

    private void addFiles() {
        page.heading(2, "Files");
        List<List<String>> rows = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (ExportedFile file : subject.files()) {
            rows.add(List.of(
                    file.export().path(),
                    file.export().format().name().toLowerCase(Locale.ROOT),
                    String.join(", ", file.columns()),
                    MarkdownPage.count(file.rows()),
                    MarkdownPage.count(bytes(file))));
            addRemarks(file, remarks);
        }
        page.table(List.of("file", "format", "columns", "rows", "bytes"), rows).list(remarks);
    }

    private void addRemarks(ExportedFile file, List<String> remarks) {
        String path = file.export().path();
        if (file.refused() > 0) {
            remarks.add(MarkdownPage.count(file.refused()) + " conversations are not in " + path
                    + ", because its chat template refuses them; the first: " + file.refusal());
        }
        if (!Configurations.isOne(file, subject.files())) {
            remarks.add(path + " is no configuration, because datasets reads those of one folder as one kind of file:"
                    + " load_dataset(\"" + Configurations.kind(file) + "\", data_files=\"" + path + "\") reads it");
        }
        LlamaFactoryEntry.obstacle(file)
                .ifPresent(why -> remarks.add(path + " has no entry in dataset_info.json of LLaMA-Factory: " + why));
    }

    private static long bytes(ExportedFile file) {
        try {
            return Files.size(file.file());
        } catch (IOException e) {
            throw new UncheckedIOException("export " + file.file() + " must be readable after it was written", e);
        }
    }

    private void addSources() {
        page.heading(2, "Sources");
        String license = subject.stated().license();
        page.paragraph(
                license == null
                        ? "No licence is stated for this dataset."
                        : "Licence of this dataset, as its author states it: " + license + ".");
        List<CardSource> stated = subject.stated().sources();
        page.sources(stated.stream()
                .map(source -> MarkdownPage.source(source.name(), source.license(), source.url()))
                .toList());
        page.table(List.of("came in with", "samples"), counts(survey.origins()));
    }

    private void addTeachers() {
        page.heading(2, "Teachers and prompts");
        page.table(List.of("teacher", "labels and answers in the dataset"), counts(survey.teachers()));
        List<List<String>> books = new ArrayList<>();
        subject.books()
                .forEach(line -> books.add(List.of(
                        Integer.toString(line.round()), line.stage(), line.model(), MarkdownPage.count(line.calls()))));
        page.table(List.of("round", "stage", "model asked", "calls"), books);
        page.table(List.of("prompt (SHA-256)", "labels and answers in the dataset"), counts(survey.prompts()));
    }

    private void addLanguages() {
        page.heading(2, "Languages");
        page.paragraph("Told by their n-grams in " + MarkdownPage.count(survey.told()) + " of "
                + MarkdownPage.count(survey.asked()) + " samples looked at; in the others it was not certain.");
        page.table(List.of("language", "samples looked at"), counts(survey.languages()));
    }

    private void addMaking() {
        page.heading(2, "How it was made");
        page.command("reflux run campaign.yaml");
        page.paragraph("SHA-256 of the plan and its input files: "
                + subject.request().planFingerprint() + ". The campaign's own folder holds campaign.yaml as it was"
                + " given, the report, and every rejected sample with its reason.");
    }

    private static List<List<String>> counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> List.of(entry.getKey(), MarkdownPage.count(entry.getValue())))
                .toList();
    }
}
