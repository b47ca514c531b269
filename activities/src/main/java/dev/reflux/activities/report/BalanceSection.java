package dev.reflux.activities.report;

import dev.reflux.activities.dataset.MergeFindings;
import dev.reflux.activities.dataset.MergeFindings.Found;
import dev.reflux.activities.dataset.merge.balance.Balance;
import dev.reflux.activities.dataset.merge.balance.Balance.Group;
import dev.reflux.activities.dataset.merge.balance.BalanceSettings;
import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.markup.Table;
import dev.reflux.activities.report.survey.ShownTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How large the groups of the last round were, might be, and came to be. */
final class BalanceSection {
    /** Groups that were cut or lack something come first, then the largest. */
    private static final Comparator<Map.Entry<String, Group>> TOLD_FIRST =
            Comparator.<Map.Entry<String, Group>>comparingInt(group -> isTold(group.getValue()) ? 0 : 1)
                    .thenComparingLong(group -> -group.getValue().samples())
                    .thenComparing(Map.Entry::getKey);

    private BalanceSection() {}

    /** @param last of the last round; a step that balances ran in it */
    static Markup of(MergeFindings last) {
        Markup section = ReportSection.titled(
                "balance",
                "How groups were balanced",
                "Samples of each group that came to the merge of the last round, and those that stay.");
        List<Found<BalanceSettings, Balance>> steps = last.balances();
        ShownTexts texts = ShownTexts.of(
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
        String difficulty = settings.difficulty() == null
                ? ""
                : ", " + settings.difficulty().by();
        return "By " + settings.by().name().toLowerCase(Locale.ROOT) + difficulty;
    }

    private static boolean isTold(Group group) {
        return group.kept() < group.samples() || group.lacking() > 0;
    }

    private static Markup table(Balance found, ShownTexts texts) {
        List<Map.Entry<String, Group>> groups =
                found.groups().entrySet().stream().sorted(TOLD_FIRST).toList();
        long largest = groups.stream()
                .mapToLong(group -> group.getValue().samples())
                .max()
                .orElse(0);
        boolean isLacking = groups.stream().anyMatch(group -> group.getValue().lacking() > 0);
        return ReportSection.folded(groups, "group", rows -> {
            Table table = Table.of("group", "to the largest group").figures("before", "at most", "after");
            if (isLacking) {
                table.figures("lacking");
            }
            rows.forEach(row -> addGroup(table, title(row, texts), row.getValue(), largest, isLacking));
            return table.markup();
        });
    }

    private static Markup title(Map.Entry<String, Group> group, ShownTexts texts) {
        Markup title = ReportSection.rowTitle(group.getKey());
        String example = group.getValue().example();
        return example == null ? title : title.add(Markup.text("small", texts.of(example)));
    }

    private static void addGroup(Table table, Markup title, Group group, long largest, boolean isLacking) {
        Markup bar = ReportSection.bar(largest, "accepted", group.kept(), "rejected", group.samples() - group.kept());
        table.row(List.of(title, Markup.of("td", bar)), figures(group, isLacking));
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
        String groups = Figures.of(found.groups().size(), "group");
        return Markup.text(
                "figcaption",
                Figures.count(after) + " of " + Figures.count(before) + " samples stay, in " + groups + ".");
    }
}
