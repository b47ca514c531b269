package dev.reflux.activities.report;

import dev.reflux.activities.dataset.merge.decontaminate.Decontamination;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.OfBenchmark;
import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.markup.Table;
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
                            + " samples were rejected. One that matches several benchmarks counts for each of them."));
        }
        return section;
    }

    private static Markup table(Decontamination step) {
        Table table = Table.of("benchmark").figures("items", "items matched", "samples rejected");
        for (OfBenchmark benchmark : step.benchmarks()) {
            table.row(
                    benchmark.file(),
                    Figures.count(benchmark.items()),
                    Figures.count(benchmark.matched()),
                    Figures.count(benchmark.samples()));
        }
        return table.markup();
    }
}
