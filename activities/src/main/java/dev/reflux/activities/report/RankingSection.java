package dev.reflux.activities.report;

import dev.reflux.activities.dataset.MergeFindings.Found;
import dev.reflux.activities.dataset.merge.rank.RankSettings;
import dev.reflux.activities.dataset.merge.rank.Ranking;
import dev.reflux.activities.report.chart.ScoreChart;
import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.markup.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the last round's samples scored, and which scores stay. */
final class RankingSection {
    private RankingSection() {}

    static Markup of(List<Found<RankSettings, Ranking>> steps) {
        Markup section = ReportSection.titled(
                "ranking",
                "Which samples scored best",
                "Scores of the last round's samples, those that stay and those that go.");
        for (Found<RankSettings, Ranking> step : steps) {
            Markup scores = scores(step.findings());
            section.add(step.findings().groups().isEmpty() ? scores : ReportSection.sideBySide(scores, groups(step)));
        }
        return section;
    }

    private static Markup scores(Ranking found) {
        String title = "By " + String.join(" × ", found.by());
        if (found.scores().isEmpty()) {
            String none = found.scored() == 0 ? "No sample has such a score." : "Their spread was not kept.";
            return ReportSection.figure(title, Markup.text("p", none).as("empty"), note(found));
        }
        List<ScoreChart.Bar> bars = found.scores().stream()
                .map(bin -> new ScoreChart.Bar(bin.from(), bin.to(), bin.kept(), bin.samples() - bin.kept()))
                .toList();
        Markup figure = ReportSection.figure(title, ScoreChart.of(bars), "");
        String kept = "selected " + Figures.count(found.kept());
        String gone = "not selected " + Figures.count(found.scored() - found.kept());
        return figure.add(ReportSection.legend(kept, gone), Markup.text("figcaption", note(found)));
    }

    private static String note(Ranking found) {
        String scored =
                Figures.count(found.scored()) + " of " + Figures.of(found.samples(), "sample") + " have a score";
        if (found.highest() == null || found.lowest() == null) {
            return scored + ".";
        }
        return scored + ", the highest " + Figures.score(found.highest()) + "; the lowest that stays is "
                + Figures.score(found.lowest()) + ".";
    }

    private static Markup groups(Found<RankSettings, Ranking> step) {
        Map<String, Ranking.Group> groups = step.findings().groups();
        long largest =
                groups.values().stream().mapToLong(Ranking.Group::samples).max().orElse(0);
        List<Map.Entry<String, Ranking.Group>> largestFirst = groups.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Ranking.Group>>comparingLong(
                                group -> -group.getValue().samples())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        Markup table = ReportSection.folded(largestFirst, "group", rows -> {
            Table some = Table.of("group", "to the largest group").figures("samples", "selected");
            rows.forEach(row -> addGroup(some, row.getKey(), row.getValue(), largest));
            return some.markup();
        });
        return ReportSection.figure("By " + step.settings().per().name().toLowerCase(Locale.ROOT), table, "");
    }

    private static void addGroup(Table table, String name, Ranking.Group group, long largest) {
        long gone = group.samples() - group.kept();
        Markup bar = ReportSection.bar(largest, "accepted", group.kept(), "rejected", gone);
        table.row(
                List.of(ReportSection.rowTitle(name.isEmpty() ? "none" : name), Markup.of("td", bar)),
                Figures.count(group.samples()),
                Figures.count(group.kept()));
    }
}
