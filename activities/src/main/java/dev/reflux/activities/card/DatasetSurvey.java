package dev.reflux.activities.card;

import dev.reflux.activities.language.TextLanguage;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardSet;
import java.util.Map;
import java.util.TreeMap;

/** What the samples of a dataset say of themselves, counted in one pass. */
final class DatasetSurvey {
    /** Texts whose language is looked for: enough for shares, and soon done. */
    private static final long LOOKED_AT = 500;

    private final Map<String, Long> origins = new TreeMap<>();
    private final Map<String, Long> teachers = new TreeMap<>();
    private final Map<String, Long> prompts = new TreeMap<>();
    private final Map<String, Long> languages = new TreeMap<>();
    private final long every;
    private long samples;
    private long told;
    private long asked;

    private DatasetSurvey(long size) {
        this.every = Math.max(1, (size + LOOKED_AT - 1) / LOOKED_AT);
    }

    /** @param size samples that the dataset holds */
    static DatasetSurvey of(ShardSet dataset, long size) {
        DatasetSurvey survey = new DatasetSurvey(size);
        dataset.forEach(survey::see);
        return survey;
    }

    private void see(Sample sample) {
        if (samples++ % every == 0) {
            listen(sample);
        }
        String origin = sample.provenance().origin();
        count(origins, origin == null ? null : PlainNames.file(origin).replaceFirst(":[0-9]+$", ""));
        count(prompts, sample.provenance().prompt());
        countTeacher(sample.provenance().teacher());
        for (Answer answer : sample.answers()) {
            count(prompts, answer.prompt());
            countTeacher(answer.teacher());
        }
    }

    private void listen(Sample sample) {
        String answer =
                sample.answers().isEmpty() ? "" : sample.answers().get(0).text();
        asked++;
        TextLanguage.of((sample.text() + "\n" + answer).strip()).ifPresent(language -> {
            told++;
            count(languages, language);
        });
    }

    private void countTeacher(String identity) {
        count(teachers, identity == null ? null : PlainNames.teacher(identity));
    }

    private static void count(Map<String, Long> counts, String name) {
        if (name != null) {
            counts.merge(name, 1L, Long::sum);
        }
    }

    /** Samples by the file they came in with, or by the campaign that made them from nothing. */
    Map<String, Long> origins() {
        return origins;
    }

    /** Labels and answers by the teacher that gave them. */
    Map<String, Long> teachers() {
        return teachers;
    }

    /** Labels and answers by the SHA-256 of the prompt they were asked with. */
    Map<String, Long> prompts() {
        return prompts;
    }

    /** Texts by their language, of those that could be told. */
    Map<String, Long> languages() {
        return languages;
    }

    /** Texts whose language was looked for, and of these the ones that could be told. */
    long asked() {
        return asked;
    }

    long told() {
        return told;
    }
}
