package dev.reflux.worker.statistics;

import dev.reflux.activities.language.TextLanguage;
import dev.reflux.activities.report.survey.Diversity;
import dev.reflux.activities.report.survey.DrawnTexts;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.filter.tokens.TokenCounter;
import dev.reflux.activities.stage.filter.tokens.Tokenizers;
import dev.reflux.worker.dataset.Dataset;
import dev.reflux.worker.dataset.SameText;
import dev.reflux.worker.statistics.TextLengths.Lengths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a dataset once and counts. */
public final class DatasetSurvey {

    private static final String ENCODING = "o200k-base";

    /** Telling a language takes a moment: of a large dataset a part is looked at. */
    private static final int MOST_FOR_LANGUAGE = 2_000;

    private final Tallies reasons = new Tallies();
    private final Tallies labels = new Tallies();
    private final Distribution answersOfEach = new Distribution();
    private final VerdictFigures verdicts = new VerdictFigures();
    private final Repetitions repetitions = new Repetitions();
    private final DrawnTexts forLanguage = new DrawnTexts(MOST_FOR_LANGUAGE);
    private final DrawnTexts forDiversity = new DrawnTexts(Diversity.MOST_TEXTS);
    private final TextLengths texts;
    private final TextLengths answers;
    private final TextLengths reasoning;
    private long samples;
    private long rejected;
    private long labelled;

    private DatasetSurvey(TokenCounter tokenizer) {
        this.texts = new TextLengths(tokenizer);
        this.answers = new TextLengths(tokenizer);
        this.reasoning = new TextLengths(tokenizer);
    }

    /**
     * What the dataset is like.
     *
     * @param topics whether texts are embedded too, to find their topics and how far they are from each other
     */
    public static Statistics of(Dataset dataset, boolean topics) {
        try (TokenCounter tokenizer = Tokenizers.named(ENCODING)) {
            DatasetSurvey survey = new DatasetSurvey(tokenizer);
            dataset.samples(survey::add);
            dataset.rejected(survey::reject);
            return survey.statistics(dataset, topics);
        }
    }

    private void add(Sample sample) {
        samples++;
        if (!sample.isAccepted()) {
            reject(sample);
        }
        if (sample.label() != null) {
            labelled++;
            labels.add(sample.label());
        }
        texts.add(sample.text());
        answersOfEach.add(sample.answers().size());
        if (sample.answers().isEmpty()) {
            verdicts.add(sample.task().verdicts()); // Answers bear them once there are any.
        }
        for (Answer answer : sample.answers()) {
            answers.add(answer.text());
            verdicts.add(answer.verdicts());
            if (answer.reasoning() != null) {
                reasoning.add(answer.reasoning());
            }
        }
        repetitions.add(SameText.key(sample));
        forLanguage.offer(sample);
        forDiversity.offer(sample);
    }

    private void reject(Sample sample) {
        rejected++;
        reasons.add(sample.reason() == null ? "none" : sample.reason());
    }

    private Statistics statistics(Dataset dataset, boolean topics) {
        return new Statistics(
                dataset.name(),
                new Statistics.Counts(samples, rejected, reasons.byFrequency()),
                new Statistics.Labels(labelled, labels.byFrequency(), labels.others()),
                languages(),
                lengths(),
                answersOfEach.quantiles(),
                verdicts.found(),
                new Statistics.Duplicates(repetitions.compared(), repetitions.repeated()),
                diversity(topics),
                new Statistics.Bad(dataset.bad().count(), dataset.bad().named()));
    }

    private Diversity diversity(boolean topics) {
        List<String> drawn = forDiversity.texts();
        if (drawn.isEmpty()) {
            return null;
        }
        return topics ? Diversity.of(drawn) : Diversity.ofWords(drawn);
    }

    private Statistics.Languages languages() {
        Tallies told = new Tallies();
        long unknown = 0;
        for (String text : forLanguage.texts()) {
            String language = TextLanguage.of(text).orElse(null);
            if (language == null) {
                unknown++;
            } else {
                told.add(language);
            }
        }
        return new Statistics.Languages(forLanguage.texts().size(), told.byFrequency(), unknown);
    }

    private Map<String, Lengths> lengths() {
        Map<String, Lengths> lengths = new LinkedHashMap<>();
        lengths.put("text", texts.lengths());
        lengths.put("answer", answers.lengths());
        lengths.put("reasoning", reasoning.lengths());
        lengths.values().removeIf(measured -> measured == null);
        return lengths;
    }
}
