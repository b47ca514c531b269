package dev.reflux.worker.command;

import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.survey.Diversity;
import dev.reflux.worker.progress.TextTable;
import dev.reflux.worker.statistics.Distribution.Quantiles;
import dev.reflux.worker.statistics.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of a dataset for people. */
final class StatsText {

    private static final int MOST_SHOWN = 20;
    private static final int LONGEST_NAME = 40;

    private final Page page;

    StatsText(Page page) {
        this.page = page;
    }

    void print(Statistics all) {
        Statistics.Counts counts = all.counts();
        page.line("%s: %s", all.dataset(), Figures.of(counts.samples(), "sample"));
        counts(Figures.count(counts.rejected()) + " rejected", counts.rejected(), counts.reasons(), 0);
        Statistics.Labels labels = all.labels();
        counts(Figures.count(labels.labelled()) + " labelled", labels.labelled(), labels.counts(), labels.others());
        Statistics.Languages languages = all.languages();
        counts(
                "languages of " + Figures.of(languages.measured(), "text"),
                languages.measured(),
                languages.counts(),
                languages.unknown());
        lengths(all);
        verdicts(all);
        spread(all);
        page.end();
    }

    private void counts(String heading, long total, Map<String, Long> counts, long others) {
        if (total == 0) {
            return;
        }
        page.heading(heading);
        TextTable table = new TextTable(List.of("", "", ""));
        long hidden = others;
        int shown = 0;
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            if (shown++ < MOST_SHOWN) {
                add(table, Page.shortened(entry.getKey(), LONGEST_NAME), entry.getValue(), total);
            } else {
                hidden += entry.getValue();
            }
        }
        if (hidden > 0) {
            add(table, "(others)", hidden, total);
        }
        List<String> lines = table.lines();
        lines.subList(1, lines.size()).forEach(line -> page.line("  %s", line));
    }

    private static void add(TextTable table, String name, long count, long total) {
        table.add(List.of(name, Figures.count(count), Figures.percent(count, total)));
    }

    private void lengths(Statistics all) {
        if (all.answers() == null) {
            return;
        }
        page.heading("lengths");
        TextTable table = quantiles("");
        all.lengths().forEach((of, lengths) -> {
            add(table, of + " characters", lengths.characters());
            add(table, of + " words", lengths.words());
            add(table, of + " tokens", lengths.tokens());
        });
        add(table, "answers of a sample", all.answers());
        page.table(table);
    }

    private static TextTable quantiles(String head) {
        return new TextTable(List.of(head, "mean", "least", "5 %", "25 %", "median", "75 %", "95 %", "most"));
    }

    private static void add(TextTable table, String name, Quantiles numbers) {
        List<String> row = new ArrayList<>(List.of(name, figure(numbers.mean())));
        for (double number : List.of(
                numbers.least(),
                numbers.p5(),
                numbers.p25(),
                numbers.median(),
                numbers.p75(),
                numbers.p95(),
                numbers.most())) {
            row.add(figure(number));
        }
        table.add(row);
    }

    private static String figure(double number) {
        return Math.abs(number) >= 100 || number == Math.rint(number)
                ? Figures.count(Math.round(number))
                : Figures.score(Math.round(number * 100) / 100.0);
    }

    private void verdicts(Statistics all) {
        if (all.verdicts().isEmpty()) {
            return;
        }
        page.heading("verdicts");
        TextTable table = new TextTable(List.of("", "passed", "failed", "undecided", "mean", "5 %", "median", "95 %"));
        all.verdicts().forEach((by, found) -> {
            Quantiles scores = found.scores();
            boolean none = scores == null;
            table.add(List.of(
                    Page.shortened(by, LONGEST_NAME),
                    Figures.count(found.passed()),
                    Figures.count(found.failed()),
                    Figures.count(found.undecided()),
                    none ? Figures.NONE : figure(scores.mean()),
                    none ? Figures.NONE : figure(scores.p5()),
                    none ? Figures.NONE : figure(scores.median()),
                    none ? Figures.NONE : figure(scores.p95())));
        });
        page.table(table);
    }

    private void spread(Statistics all) {
        Statistics.Duplicates duplicates = all.duplicates();
        if (duplicates.compared() == 0) {
            return;
        }
        page.heading("repetition");
        page.line(
                "  %s, %s of which repeat the text of one before them (%s)",
                Figures.of(duplicates.compared(), "sample"),
                Figures.count(duplicates.duplicates()),
                Figures.percent(duplicates.duplicates(), duplicates.compared()));
        Diversity diversity = all.diversity();
        List<String> distinct = new ArrayList<>();
        for (int n = 1; n <= diversity.distinct().size(); n++) {
            distinct.add(
                    "distinct-" + n + " " + Figures.decimal(diversity.distinct().get(n - 1)));
        }
        page.line("  %s, of %s", String.join(", ", distinct), Figures.of(diversity.measured(), "text"));
        if (!diversity.topics().isEmpty()) {
            page.line("  mean embedding distance %s", Figures.decimal(diversity.meanDistance()));
            page.heading("topics, by the text in their midst");
            diversity
                    .topics()
                    .forEach(topic ->
                            page.start(2, String.format(Locale.ROOT, "%,d: %s", topic.size(), topic.example())));
        }
    }
}
