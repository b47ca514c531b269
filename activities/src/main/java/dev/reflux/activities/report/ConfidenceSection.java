package dev.reflux.activities.report;

import dev.reflux.activities.report.chart.ConfidenceChart;
import dev.reflux.activities.report.chart.ReliabilityChart;
import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.survey.Reliability;
import dev.reflux.activities.report.survey.RoundSurvey;
import java.util.List;

/** How sure the labels of the last round are, and whether that certainty is deserved. */
final class ConfidenceSection {
    private ConfidenceSection() {}

    static Markup of(RoundSurvey survey, List<Double> thresholds) {
        Markup section = ReportSection.titled(
                "confidence",
                "How far the labels can be trusted",
                "Confidence of the labels in the last round, and how often gold confirms it.");
        Markup histogram = ReportSection.figure(
                "Confidence", ConfidenceChart.of(survey.accepted(), survey.rejected(), thresholds), "");
        histogram.add(ReportSection.legend(
                "accepted " + Figures.count(survey.accepted().total()),
                "rejected " + Figures.count(survey.rejected().total())));
        List<Reliability.Point> points = survey.reliability().points();
        return section.add(ReportSection.sideBySide(histogram, points.isEmpty() ? withoutGold() : onGold(points)));
    }

    private static Markup onGold(List<Reliability.Point> points) {
        long measured = points.stream().mapToLong(Reliability.Point::count).sum();
        String note = "Expected calibration error " + Figures.decimal(Reliability.calibrationError(points)) + " over "
                + Figures.of(measured, "labelled sample")
                + " with gold, accepted or not. Larger dots stand for more samples; lines are 95 % intervals.";
        return ReportSection.figure(
                "Confidence against gold", ReliabilityChart.of("the labels, on gold", points), note);
    }

    private static Markup withoutGold() {
        String text = "The campaign names no gold for its pool, so nobody has checked these labels. Name a file of true"
                + " labels for a part of the pool under inputs.gold to see how often they are right.";
        return ReportSection.figure(
                "Confidence against gold", Markup.text("p", text).as("empty"), "");
    }
}
