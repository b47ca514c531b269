package dev.reflux.activities.report;

import dev.reflux.activities.dataset.merge.split.Division;
import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.markup.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts that the last round's dataset is cut into. */
final class SplitSection {
    private static final List<String> PARTS = List.of("train", "validation", "test");

    private SplitSection() {}

    static Markup of(List<Division> steps) {
        Markup section = ReportSection.titled(
                "split",
                "How the dataset is split",
                "Parts of the last dataset; what is alike or of one origin is in the same part, as a group.");
        for (Division found : steps) {
            section.add(ReportSection.figure("Parts", parts(found), note(found)));
            Map<String, Long> labels = labels(found);
            if (!labels.isEmpty()) {
                section.add(ReportSection.figure("Label by label", labels(found, labels), ""));
            }
        }
        return section;
    }

    private static Markup parts(Division found) {
        long all = found.samples().values().stream().mapToLong(Long::longValue).sum();
        Table table = Table.of("part", "share of the dataset").figures("samples", "asked for", "share", "groups");
        for (String part : PARTS) {
            long samples = found.samples().getOrDefault(part, 0L);
            Markup bar = ReportSection.bar(all, "accepted", samples, "", 0);
            table.row(
                    List.of(ReportSection.rowTitle(part), Markup.of("td", bar)),
                    Figures.count(samples),
                    count(found.wanted(), part),
                    Figures.percent(samples, all),
                    count(found.groups(), part));
        }
        return table.markup();
    }

    private static String count(Map<String, Long> counts, String part) {
        return counts == null ? Figures.NONE : Figures.count(counts.getOrDefault(part, 0L));
    }

    private static String note(Division found) {
        String straddling = found.straddling() == 0
                ? ""
                : " " + Figures.of(found.straddling(), "new sample")
                        + " would have connected several parts and went as straddling.";
        return "Groups go whole into one part, so a part may have a few samples more or less than asked for."
                + straddling;
    }

    /** Samples of each label in all parts. */
    private static Map<String, Long> labels(Division found) {
        Map<String, Long> labels = new TreeMap<>();
        found.labels().values().forEach(part -> part.forEach((label, count) -> labels.merge(label, count, Long::sum)));
        return labels;
    }

    private static Markup labels(Division found, Map<String, Long> labels) {
        List<Map.Entry<String, Long>> largestFirst = labels.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        return ReportSection.folded(largestFirst, "label", rows -> {
            Table table =
                    Table.of("label").figures(PARTS.toArray(String[]::new)).figures("all");
            rows.forEach(label -> table.row(
                    List.of(ReportSection.rowTitle(label.getKey())), figures(found, label.getKey(), label.getValue())));
            return table.markup();
        });
    }

    private static String[] figures(Division found, String label, long all) {
        String[] figures = new String[PARTS.size() + 1];
        for (int part = 0; part < PARTS.size(); part++) {
            Map<String, Long> counts = found.labels().getOrDefault(PARTS.get(part), Map.of());
            figures[part] = Figures.count(counts.getOrDefault(label, 0L));
        }
        figures[PARTS.size()] = Figures.count(all);
        return figures;
    }
}
