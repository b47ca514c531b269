package dev.reflux.activities.report;

import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.markup.Table;
import dev.reflux.activities.report.survey.AspectSheet;
import dev.reflux.activities.report.survey.JudgeSurvey;
import java.util.Collection;

/** What the judges of the last round said, how far they agree, and whether the order of answers swayed them. */
final class JudgeSection {
    private JudgeSection() {}

    /** @param survey of a round in which something was judged */
    static Markup of(JudgeSurvey survey) {
        Markup section = ReportSection.titled(
                "judges",
                "What the judges said",
                "Verdicts of the last round, aspect by aspect, on every answer that reached a judge.");
        Collection<AspectSheet> aspects = survey.aspects();
        section.add(ReportSection.figure(
                "Scores",
                scores(aspects),
                "Undecided are answers about which no reply of a judge could be read; they have no score."));
        if (aspects.stream().anyMatch(aspect -> !aspect.judgePairs().isEmpty())) {
            section.add(
                    ReportSection.figure(
                            "Agreement between judges",
                            agreement(aspects),
                            "1 is full agreement, 0 what chance would give. Quadratic kappa and interval alpha forgive near misses."));
        }
        if (aspects.stream().anyMatch(aspect -> !aspect.positions().isEmpty())) {
            section.add(ReportSection.figure(
                    "Position bias",
                    positions(aspects),
                    "Each pair is shown in both orders. A judge who does not mind the order lets the first win half of the"
                            + " time, and never contradicts itself."));
        }
        return section;
    }

    private static Markup scores(Collection<AspectSheet> aspects) {
        Table table = Table.of("aspect").figures("answers scored", "mean score", "passed", "undecided");
        aspects.forEach(aspect -> table.row(
                aspect.aspect(),
                Figures.count(aspect.decided()),
                Figures.decimal(aspect.meanScore()),
                Figures.count(aspect.passed()),
                Figures.count(aspect.undecided())));
        return table.markup();
    }

    private static Markup agreement(Collection<AspectSheet> aspects) {
        Table table = Table.of("judges").figures("rated by both", "kappa", "quadratic kappa");
        for (AspectSheet aspect : aspects) {
            if (!aspect.judgePairs().isEmpty()) {
                table.heading(
                        aspect.aspect() + " · alpha nominal " + Figures.decimal(aspect.alphaNominal()) + ", interval "
                                + Figures.decimal(aspect.alphaInterval()) + ", over " + Figures.count(aspect.compared())
                                + " rated by two or more");
            }
            aspect.judgePairs()
                    .forEach(pair -> table.row(
                            pair.first() + " and " + pair.second(),
                            Figures.count(pair.kappa().compared()),
                            Figures.decimal(pair.kappa().value()),
                            Figures.decimal(pair.quadratic().value())));
        }
        return table.markup();
    }

    private static Markup positions(Collection<AspectSheet> aspects) {
        Table table = Table.of("aspect and judge").figures("pairs", "inconsistent", "first wins");
        for (AspectSheet aspect : aspects) {
            aspect.positions()
                    .forEach(position -> table.row(
                            aspect.aspect() + (position.judge().isEmpty() ? "" : " · " + position.judge()),
                            Figures.count(position.pairs()),
                            Figures.percent(position.inconsistentShare()),
                            Figures.percent(position.firstWinRate())));
        }
        return table.markup();
    }
}
