package dev.reflux.activities.report;

import dev.reflux.activities.dataset.merge.decontaminate.Decontamination;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.Judged;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.OfBenchmark;
import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.markup.Table;
import java.util.ArrayList;
import java.util.List;

/** Which benchmarks the last round's samples met, and how many of them went for it. */
final class DecontaminationSection {
    private DecontaminationSection() {}

    /** @param steps of a round that was decontaminated */
    static Markup of(List<Decontamination> steps) {
        Markup section = ReportSection.titled(
                "benchmarks",
                "What benchmarks ask",
                "Samples of the last round that hold what a benchmark asks; they are not in the dataset.");
        for (Decontamination step : steps) {
            section.add(ReportSection.figure(
                    "By " + step.rule(),
                    table(step),
                    Figures.count(step.contaminated()) + " of " + Figures.count(step.compared())
                            + " samples were rejected. One that matches several benchmarks counts for each of them."
                            + undecided(step)));
        }
        return section;
    }

    private static String undecided(Decontamination step) {
        boolean isAny = step.benchmarks().stream()
                .anyMatch(benchmark ->
                        benchmark.judged() != null && benchmark.judged().undecided() > 0);
        return isAny
                ? " Samples on which the judge said nothing that could be read went as well, for that reason."
                : "";
    }

    private static Markup table(Decontamination step) {
        boolean isJudged = step.benchmarks().stream().allMatch(benchmark -> benchmark.judged() != null);
        List<String> heads = new ArrayList<>(List.of("items", "items matched", "samples rejected"));
        if (isJudged) {
            heads.addAll(List.of("pairs judged", "confirmed", "cleared", "undecided"));
        }
        Table table = Table.of("benchmark").figures(heads.toArray(String[]::new));
        for (OfBenchmark benchmark : step.benchmarks()) {
            List<Long> figures =
                    new ArrayList<>(List.of((long) benchmark.items(), (long) benchmark.matched(), benchmark.samples()));
            if (isJudged) {
                figures.addAll(judged(benchmark.judged()));
            }
            table.row(benchmark.file(), figures.stream().map(Figures::count).toArray(String[]::new));
        }
        return table.markup();
    }

    private static List<Long> judged(Judged judged) {
        return List.of(judged.pairs(), judged.confirmed(), judged.cleared(), judged.undecided());
    }
}
