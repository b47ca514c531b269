package dev.reflux.activities.report;

import dev.reflux.activities.export.StreamedFile;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.survey.Diversity;
import dev.reflux.activities.report.survey.JudgeSurvey;
import dev.reflux.activities.report.survey.RoundSurvey;
import dev.reflux.activities.report.survey.StudentSheet;
import dev.reflux.activities.report.survey.Thresholds;
import dev.reflux.workflows.campaign.CampaignReport;
import dev.reflux.workflows.round.RoundReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes {@code report/index.html}: one file that fetches and runs nothing, readable on paper and on a phone. */
final class HtmlReport {
    private HtmlReport() {}

    /**
     * Replaces the campaign's report whole.
     *
     * @param diversity of the last round, where it was measured
     */
    static void write(ClosedCampaign campaign, CampaignReport.Paths paths, Optional<Diversity> diversity) {
        String page = page(campaign, paths, diversity);
        StreamedFile.write(campaign.folder().report(), file -> file.write(page));
    }

    private static String page(ClosedCampaign campaign, CampaignReport.Paths paths, Optional<Diversity> diversity) {
        Markup main = Markup.of("main", HeaderSection.of(campaign));
        if (campaign.lastRound().isEmpty()) {
            main.add(Markup.text("p", "No round has finished yet.").as("empty"));
        } else {
            addFindings(main, campaign, campaign.lastRound().get(), diversity);
        }
        main.add(FilesSection.of(campaign, paths));
        return resource("page.html")
                .replace(
                        "{{title}}",
                        Markup.text("title", campaign.name() + " · Reflux").toString())
                .replace("{{style}}", resource("page.css"))
                .replace("{{main}}", main.toString());
    }

    private static void addFindings(
            Markup main, ClosedCampaign campaign, RoundReport last, Optional<Diversity> diversity) {
        RoundSurvey survey = RoundSurvey.of(campaign.folder(), campaign.plan(), last.round());
        StudentSheet sheet =
                StudentSheet.read(campaign.folder().studentReport(last.round())).orElseGet(StudentSheet::empty);
        main.add(FunnelSection.of(campaign));
        if (campaign.plan().student().isWanted()) {
            main.add(
                    ConfidenceSection.of(survey, Thresholds.of(campaign.folder(), campaign.plan(), last.round())),
                    StudentSection.of(campaign, survey, sheet));
        }
        JudgeSurvey judges = JudgeSurvey.of(campaign.folder(), campaign.plan(), last.round());
        if (!judges.aspects().isEmpty()) {
            main.add(JudgeSection.of(judges));
        }
        main.add(MergeSections.of(campaign, last.round()));
        diversity.ifPresent(measured -> main.add(DiversitySection.of(measured)));
        main.add(SpendSection.of(campaign));
        if (!survey.acceptedExamples().samples().isEmpty()) {
            main.add(ExamplesSection.accepted(survey.acceptedExamples().samples()));
        }
        main.add(ExamplesSection.rejected(survey.examples()));
    }

    private static String resource(String name) {
        try (InputStream resource = HtmlReport.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("resource " + name + " must lie beside " + HtmlReport.class.getName());
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the program's own archive", e);
        }
    }
}
