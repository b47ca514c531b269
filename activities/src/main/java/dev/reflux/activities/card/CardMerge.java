package dev.reflux.activities.card;

import dev.reflux.activities.dataset.MergeFindings;
import dev.reflux.activities.dataset.MergeFindings.Found;
import dev.reflux.activities.dataset.merge.balance.Balance;
import dev.reflux.activities.dataset.merge.balance.BalanceSettings;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.Judged;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.OfBenchmark;
import dev.reflux.activities.dataset.merge.deduplicate.Duplicates;
import dev.reflux.activities.dataset.merge.rank.RankSettings;
import dev.reflux.activities.dataset.merge.rank.Ranking;
import dev.reflux.activities.dataset.merge.resolve.Resolution;
import dev.reflux.activities.dataset.merge.resolve.ResolveSettings;
import dev.reflux.activities.dataset.merge.split.Division;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What the last round's merge found, step by step; of a step that did not run, nothing. */
final class CardMerge {
    private static final List<String> PARTS = List.of("train", "validation", "test");

    private final MergeFindings findings;
    private final MarkdownPage page;

    CardMerge(MergeFindings findings, MarkdownPage page) {
        this.findings = findings;
        this.page = page;
    }

    void add() {
        if (!findings.duplicates().isEmpty()) {
            page.heading(2, "Deduplication");
            findings.duplicates().forEach(step -> page.paragraph(sentence(step)));
        }
        addBenchmarks();
        addResolutions();
        findings.balances().forEach(this::addBalance);
        addRankings();
        findings.divisions().forEach(step -> addDivision(step.findings()));
    }

    private static String sentence(Duplicates step) {
        return "In the last round " + MarkdownPage.count(step.samples()) + " samples were compared and "
                + MarkdownPage.count(step.samples() - step.kept()) + " rejected (" + counts(step.reasons()) + "), in "
                + MarkdownPage.count(step.clusters()) + " clusters.";
    }

    private void addBenchmarks() {
        if (findings.decontaminations().isEmpty()) {
            return;
        }
        page.heading(2, "Decontamination");
        List<List<String>> rows = new ArrayList<>();
        for (Decontamination step : findings.decontaminations()) {
            page.paragraph("In the last round " + MarkdownPage.count(step.compared()) + " samples were compared and "
                    + MarkdownPage.count(step.contaminated()) + " rejected. Rule: " + step.rule() + ".");
            addJudged(step);
            step.benchmarks().forEach(benchmark -> rows.add(row(benchmark)));
        }
        page.table(List.of("benchmark", "items", "items matched", "samples rejected for it"), rows);
    }

    private void addJudged(Decontamination step) {
        List<Judged> judged = step.benchmarks().stream()
                .map(OfBenchmark::judged)
                .filter(Objects::nonNull)
                .toList();
        if (!judged.isEmpty()) {
            page.paragraph("A model judged " + sum(judged, Judged::pairs)
                    + " pairs of a sample and a benchmark item near it: "
                    + sum(judged, Judged::confirmed) + " ask the same, " + sum(judged, Judged::cleared) + " do not, on "
                    + sum(judged, Judged::undecided) + " it gave no verdict.");
        }
    }

    private static String sum(List<Judged> judged, ToLongFunction<Judged> count) {
        return MarkdownPage.count(judged.stream().mapToLong(count).sum());
    }

    private static List<String> row(OfBenchmark benchmark) {
        return List.of(
                PlainNames.file(benchmark.file()),
                MarkdownPage.count(benchmark.items()),
                MarkdownPage.count(benchmark.matched()),
                MarkdownPage.count(benchmark.samples()));
    }

    private void addResolutions() {
        if (findings.resolutions().isEmpty()) {
            return;
        }
        page.heading(2, "Conflicts");
        for (Found<ResolveSettings, Resolution> step : findings.resolutions()) {
            Resolution found = step.findings();
            String outcomes =
                    found.outcomes().isEmpty() ? "" : " What became of them: " + counts(found.outcomes()) + ".";
            page.paragraph(
                    "In the last round " + MarkdownPage.count(found.conflicts()) + " prompts had different answers, "
                            + MarkdownPage.count(found.samples()) + " samples in all. Settled by "
                            + word(step.settings().keep()) + "." + outcomes);
        }
    }

    private void addBalance(Found<BalanceSettings, Balance> step) {
        page.heading(2, "Balance by " + word(step.settings().by()));
        List<List<String>> rows = new ArrayList<>();
        step.findings()
                .groups()
                .forEach((name, group) -> rows.add(List.of(
                        PlainNames.file(name),
                        MarkdownPage.count(group.samples()),
                        group.most() == null ? "" : MarkdownPage.count(group.most()),
                        MarkdownPage.count(group.kept()))));
        page.table(List.of("group", "samples", "at most", "kept"), rows);
    }

    private void addRankings() {
        if (findings.rankings().isEmpty()) {
            return;
        }
        page.heading(2, "Selection");
        for (Found<RankSettings, Ranking> step : findings.rankings()) {
            Ranking found = step.findings();
            String lowest = found.lowest() == null
                    ? ""
                    : ", of scores from " + score(found.lowest()) + " to " + score(found.highest());
            page.paragraph("Ranked by " + String.join(" × ", found.by()) + ": " + MarkdownPage.count(found.kept())
                    + " of " + MarkdownPage.count(found.samples()) + " samples were selected" + lowest + ".");
        }
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }

    private void addDivision(Division found) {
        page.heading(2, "Splits");
        page.paragraph("What is alike or of one origin is in the same part.");
        List<List<String>> rows = new ArrayList<>();
        for (String part : PARTS) {
            rows.add(List.of(part, MarkdownPage.count(found.samples().getOrDefault(part, 0L))));
        }
        page.table(List.of("part", "samples"), rows);
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + MarkdownPage.count(count.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
