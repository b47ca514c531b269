package dev.reflux.activities.report;

import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.survey.RejectedExamples;
import dev.reflux.activities.shard.Sample;
import java.util.Collection;

/** A few samples that were accepted, and a few rejected ones of each reason, so that a reader can judge the judges. */
final class ExamplesSection {
    private ExamplesSection() {}

    static Markup accepted(Collection<Sample> samples) {
        Markup section = ReportSection.titled(
                "accepted",
                "What was accepted",
                "Samples of the last dataset, taken by their ids, which is as good as by lot.");
        return section.add(list(samples));
    }

    static Markup rejected(RejectedExamples examples) {
        Markup section = ReportSection.titled(
                "examples", "What was rejected", "The first samples of each reason in the last round, as they came.");
        if (examples.byReason().isEmpty()) {
            return section.add(Markup.text("p", "Nothing was rejected.").as("empty"));
        }
        examples.byReason()
                .forEach((reason, samples) -> section.add(Markup.of("h3", Markup.text("code", reason)), list(samples)));
        return section;
    }

    private static Markup list(Collection<Sample> samples) {
        Markup list = Markup.of("ul").as("examples");
        samples.forEach(sample -> list.add(SampleCard.of(sample)));
        return list;
    }
}
