package dev.reflux.activities.report;

import dev.reflux.activities.dataset.MergeFindings;
import dev.reflux.activities.dataset.MergeFindings.Found;
import dev.reflux.activities.dataset.merge.balance.Balance;
import dev.reflux.activities.dataset.merge.balance.Balance.Group;
import dev.reflux.activities.dataset.merge.balance.BalanceSettings;
import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.markup.Table;
import dev.reflux.activities.report.survey.SampleTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How large the groups of the last round were, might be, and came to be. */
final class BalanceSection {
    /** Groups that have a row of their own. */
    private static final int MOST_ROWS = 60;

    private static final Comparator<Map.Entry<String, Group>> LARGEST_FIRST = Comparator.<
                    Map.Entry<String, Group>>comparingLong(
                    group -> -group.getValue().samples())
            .thenComparing(Map.Entry::getKey);

    private BalanceSection() {}

    /** @param last of the last round; a step that balances ran in it */
    static Markup of(MergeFindings last) {
        Markup section = ReportSection.titled(
                "balance",
                "How groups were balanced",
                "Samples of each group that came to the merge of the last round, and those that stay.");
        List<Found<BalanceSettings, Balance>> steps = last.balances();
        SampleTexts texts = SampleTexts.of(
                last.folder(),
                last.round(),
                steps.stream()
                        .flatMap(step -> step.findings().groups().values().stream())
                        .map(Group::example)
                        .filter(Objects::nonNull)
                        .toList());
        for (Found<BalanceSettings, Balance> step : steps) {
            Markup figure = ReportSection.figure(title(step.settings()), table(step.findings(), texts), "");
            section.add(figure.add(ReportSection.legend("stays", "goes"), caption(step.findings())));
        }
        return section;
    }

    private static String title(BalanceSettings settings) {
        String difficulty =
                settings.difficulty() == null ? "" : ", " + settings.difficulty().by();
        return "By " + settings.by().name().toLowerCase(Locale.ROOT) + difficulty;
    }

    private static Markup table(Balance found, SampleTexts texts) {
        List<Map.Entry<String, Group>> groups =
                found.groups().entrySet().stream().sorted(LARGEST_FIRST).toList();
        long largest = groups.stream()
                .mapToLong(group -> group.getValue().samples())
                .max()
                .orElse(0);
        boolean isLacking =
                groups.stream().anyMatch(group -> group.getValue().lacking() > 0);
        Table table = Table.of("group", "to the largest group").figures("before", "at most", "after");
        if (isLacking) {
            table.figures("lacking");
        }
        for (Map.Entry<String, Group> entry : groups.subList(0, Math.min(MOST_ROWS, groups.size()))) {
            Group group = entry.getValue();
            Markup title = ReportSection.rowTitle(entry.getKey());
            if (group.example() != null) {
                title.add(Markup.text("small", texts.of(group.example())));
            }
            long gone = group.samples() - group.kept();
            Markup bar = ReportSection.bar(largest, "accepted", group.kept(), "rejected", gone);
            table.row(List.of(title, Markup.of("td", bar)), figures(group, isLacking));
        }
        return table.markup();
    }

    private static String[] figures(Group group, boolean isLacking) {
        List<String> figures = new ArrayList<>();
        figures.add(Figures.count(group.samples()));
        figures.add(group.most() == null ? Figures.NONE : Figures.count(group.most()));
        figures.add(Figures.count(group.kept()));
        if (isLacking) {
            figures.add(group.lacking() == 0 ? "" : Figures.count(group.lacking()));
        }
        return figures.toArray(String[]::new);
    }

    private static Markup caption(Balance found) {
        long before = found.groups().values().stream().mapToLong(Group::samples).sum();
        long after = found.groups().values().stream().mapToLong(Group::kept).sum();
        int groups = found.groups().size();
        String more = groups <= MOST_ROWS ? "" : " The smallest " + (groups - MOST_ROWS) + " are left out here.";
        return Markup.text(
                "figcaption",
                Figures.count(after) + " of " + Figures.count(before) + " samples stay, in " + Figures.of(groups, "group")
                        + "." + more);
    }
}
