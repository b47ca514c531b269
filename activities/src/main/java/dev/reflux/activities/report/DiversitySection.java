package dev.reflux.activities.report;

import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.markup.Table;
import dev.reflux.activities.report.survey.Diversity;
import dev.reflux.activities.report.survey.Excerpt;
import dev.reflux.activities.report.survey.Topics;
import java.util.List;

/** How unlike each other the texts are that the last round left. */
final class DiversitySection {
    private static final int LONGEST_EXAMPLE = 160;

    private DiversitySection() {}

    static Markup of(Diversity diversity) {
        Markup section = ReportSection.titled(
                "diversity",
                "How unlike each other the texts are",
                "Measured on " + Figures.of(diversity.measured(), "text") + " of the last round's dataset.");
        Table figures = Table.of("measure").figures("value");
        for (int n = 1; n <= diversity.distinct().size(); n++) {
            figures.row("distinct-" + n, Figures.decimal(diversity.distinct().get(n - 1)));
        }
        figures.row("mean embedding distance", Figures.decimal(diversity.meanDistance()));
        return section.add(
                ReportSection.figure(
                        "Spread",
                        figures.markup(),
                        "Distinct-n is the share of n-grams that are not repetitions. The distance is 0 where all texts say"
                                + " the same, and near 1 where any two have nothing in common."),
                ReportSection.figure(
                        "Topics",
                        topics(diversity),
                        "Texts that are near each other, by the text in their midst. One large topic among small ones is a"
                                + " dataset that keeps to one subject."));
    }

    private static Markup topics(Diversity diversity) {
        Table table = Table.of("in the midst", "").figures("texts", "share");
        for (Topics.Topic topic : diversity.topics()) {
            table.row(
                    List.of(
                            Markup.text("td", Excerpt.of(topic.example(), LONGEST_EXAMPLE)),
                            Markup.of(
                                    "td",
                                    ReportSection.bar(diversity.measured(), "accepted", topic.size(), "rejected", 0))),
                    Figures.count(topic.size()),
                    Figures.percent((double) topic.size() / diversity.measured()));
        }
        return table.markup();
    }
}
