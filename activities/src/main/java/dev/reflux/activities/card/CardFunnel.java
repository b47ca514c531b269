package dev.reflux.activities.card;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.config.MergePlan;
import dev.reflux.config.StagePlan;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.RoundReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What samples went through, and what became of them. */
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
        new CardMerge(subject.findings(), page).add();
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
}
