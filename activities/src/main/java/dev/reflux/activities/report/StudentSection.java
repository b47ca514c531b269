package dev.reflux.activities.report;

import dev.reflux.activities.report.chart.ReliabilityChart;
import dev.reflux.activities.report.chart.RoundsChart;
import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.markup.Table;
import dev.reflux.activities.report.survey.LabelTally;
import dev.reflux.activities.report.survey.RoundSurvey;
import dev.reflux.activities.report.survey.StudentSheet;
import dev.reflux.workflows.round.RoundReport;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What the student learnt: round by round, label by label, and what it confuses. */
final class StudentSection {
    private static final int CONFUSIONS = 12;
    private static final String NO_EVALUATION = "The round left no evaluation file.";

    private StudentSection() {}

    static Markup of(ClosedCampaign campaign, RoundSurvey survey, StudentSheet sheet) {
        Markup section = ReportSection.titled(
                "student", "What the student learnt", "Measured on the holdout, which no student is trained on.");
        section.add(ReportSection.sideBySide(overRounds(campaign), reliability(campaign, sheet)));
        section.add(ReportSection.sideBySide(labels(sheet, survey.labels()), confusions(sheet))
                .as("pair uneven"));
        return section;
    }

    private static Markup overRounds(ClosedCampaign campaign) {
        List<RoundReport> rounds = campaign.rounds();
        List<RoundsChart.Series> lines = List.of(
                new RoundsChart.Series(
                        "accuracy",
                        "first",
                        rounds.stream()
                                .map(round -> round.student().holdoutAccuracy())
                                .toList()),
                new RoundsChart.Series(
                        "macro-F1",
                        "second",
                        rounds.stream()
                                .map(round -> round.student().holdoutMacroF1())
                                .toList()),
                new RoundsChart.Series("seeds only", "baseline", campaign.baselineAccuracies()));
        String note = "“Seeds only” is the accuracy of the same student trained on the seeds alone: what the campaign"
                + " has to beat.";
        return ReportSection.figure(
                "Round by round", RoundsChart.of("Accuracy and macro-F1 per round", rounds.size(), lines), note);
    }

    private static Markup reliability(ClosedCampaign campaign, StudentSheet sheet) {
        if (sheet.reliability().isEmpty()) {
            return ReportSection.figure(
                    "Confidence on the holdout", Markup.text("p", NO_EVALUATION).as("empty"), "");
        }
        String error = campaign.lastRound()
                .map(round -> Figures.decimal(round.student().calibrationError()))
                .orElse(Figures.NONE);
        return ReportSection.figure(
                "Confidence on the holdout",
                ReliabilityChart.of("the student, on the holdout", sheet.reliability()),
                "Expected calibration error " + error + " in the last round. Larger dots stand for more samples; lines"
                        + " are 95 % intervals.");
    }

    private static Markup labels(StudentSheet sheet, Map<String, LabelTally> dataset) {
        if (sheet.classes().isEmpty()) {
            return ReportSection.figure(
                    "Label by label", Markup.text("p", NO_EVALUATION).as("empty"), "");
        }
        Table table = Table.of("label").figures("holdout", "precision", "recall", "F1", "in dataset", "right by gold");
        sheet.classes().stream()
                .sorted(Comparator.comparingDouble(StudentSheet.ClassLine::f1)
                        .thenComparing(StudentSheet.ClassLine::label))
                .forEach(line -> addLabel(table, line, dataset.getOrDefault(line.label(), new LabelTally())));
        return ReportSection.figure("Label by label", table.markup(), "The weakest first.");
    }

    private static void addLabel(Table table, StudentSheet.ClassLine line, LabelTally tally) {
        table.row(
                line.label(),
                Figures.count(line.support()),
                Figures.decimal(line.precision()),
                Figures.decimal(line.recall()),
                Figures.decimal(line.f1()),
                Figures.count(tally.accepted()),
                Figures.percent(tally.precision()));
    }

    private static Markup confusions(StudentSheet sheet) {
        if (sheet.confusions().isEmpty()) {
            String why = sheet.classes().isEmpty() ? NO_EVALUATION : "No holdout sample was labelled wrongly.";
            return ReportSection.figure("Most confused", Markup.text("p", why).as("empty"), "");
        }
        Table table = Table.of("is", "taken for").figures("times");
        sheet.confusions().stream()
                .limit(CONFUSIONS)
                .forEach(pair -> table.row(
                        List.of(Markup.text("td", pair.truth()), Markup.text("td", pair.predicted())),
                        Figures.count(pair.count())));
        return ReportSection.figure("Most confused", table.markup(), "");
    }
}
