package dev.reflux.activities.card;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.Judged;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.OfBenchmark;
import dev.reflux.config.MergePlan;
import dev.reflux.config.StagePlan;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.RoundReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What samples went through, what became of them, and what was found of benchmarks. */
final class CardFunnel {
    private static final String MERGE = "merge";

    private final CardSubject subject;
    private final MarkdownPage page;

    CardFunnel(CardSubject subject, MarkdownPage page) {
        this.subject = subject;
        this.page = page;
    }

    void add() {
        addSteps();
        addCounts();
        addBenchmarks();
    }

    private void addSteps() {
        page.heading(2, "Stages and filters");
        List<List<String>> rows = new ArrayList<>();
        for (StagePlan stage : subject.plan().stages()) {
            rows.add(List.of(stage.name(), written(stage.settings())));
        }
        for (MergePlan step : subject.plan().merge()) {
            rows.add(List.of("merge: " + step.name(), written(step.settings())));
        }
        page.table(List.of("step", "settings"), rows);
    }

    private static String written(JsonNode settings) {
        return PlainNames.settings(settings).toString();
    }

    private void addCounts() {
        page.heading(2, "Counts");
        List<List<String>> rows = new ArrayList<>();
        for (RoundReport round : subject.request().rounds()) {
            round.stages().forEach(stage -> rows.add(row(round.round(), stage.stage(), stage.tally())));
            rows.add(row(round.round(), MERGE, round.merge().tally()));
        }
        page.table(List.of("round", "stage", "in", "accepted", "rejected", "reasons"), rows);
    }

    private static List<String> row(int round, String stage, Tally tally) {
        String reasons = tally.rejected().entrySet().stream()
                .map(reason -> reason.getKey() + " " + MarkdownPage.count(reason.getValue()))
                .collect(Collectors.joining(", "));
        return List.of(
                Integer.toString(round),
                stage,
                MarkdownPage.count(tally.input()),
                MarkdownPage.count(tally.accepted()),
                MarkdownPage.count(tally.rejectedTotal()),
                reasons);
    }

    private void addBenchmarks() {
        if (subject.decontaminations().isEmpty()) {
            return;
        }
        page.heading(2, "Decontamination");
        List<List<String>> rows = new ArrayList<>();
        for (Decontamination step : subject.decontaminations()) {
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
}
