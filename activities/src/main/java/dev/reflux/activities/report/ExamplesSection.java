package dev.reflux.activities.report;

import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.survey.RejectedExamples;
import dev.reflux.activities.shard.Sample;

/** A few rejected samples of each reason, so that a reader can judge the judges. */
final class ExamplesSection {
    private static final int LONGEST_TEXT = 280;

    private ExamplesSection() {}

    static Markup of(RejectedExamples examples) {
        Markup section = ReportSection.titled(
                "examples", "What was rejected", "The first samples of each reason in the last round, as they came.");
        if (examples.byReason().isEmpty()) {
            return section.add(Markup.text("p", "Nothing was rejected.").as("empty"));
        }
        examples.byReason().forEach((reason, samples) -> {
            Markup list = Markup.of("ul").as("examples");
            samples.forEach(sample -> list.add(example(sample)));
            section.add(Markup.of("h3", Markup.text("code", reason)), list);
        });
        return section;
    }

    private static Markup example(Sample sample) {
        String label = sample.label() == null ? "no label" : sample.label();
        String verdict = sample.confidence() == null ? label : label + " at " + Figures.decimal(sample.confidence());
        return Markup.of(
                "li",
                Markup.text("q", shortened(sample.text())),
                Markup.text("small", verdict + " · " + sample.provenance().origin()));
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST_TEXT) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
    }
}
