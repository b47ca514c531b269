package dev.reflux.activities.report;

import dev.reflux.activities.ledger.BooksLine;
import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.config.TeacherPlan;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.campaign.OpenReport;
import dev.reflux.workflows.round.RoundReport;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The top of the page: what the campaign is, how it stands, and the figures a reader came for. */
final class HeaderSection {
    private HeaderSection() {}

    static Markup of(ClosedCampaign campaign) {
        Markup header = Markup.of(
                "header",
                Markup.text("p", "Reflux campaign report").as("eyebrow"),
                Markup.text("h1", campaign.name()),
                Markup.text("p", standing(campaign)).as(campaign.isFinished() ? "state finished" : "state running"),
                Markup.text("p", subject(campaign)).as("lead"));
        TeacherNotice.of(campaign)
                .ifPresent(notice -> header.add(Markup.text("p", notice).as("notice")));
        campaign.lastRound().ifPresent(round -> header.add(keyFigures(campaign, round)));
        return header;
    }

    private static String standing(ClosedCampaign campaign) {
        String rounds = Figures.of(campaign.rounds().size(), "round");
        String reason = campaign.request().stopReason();
        return campaign.isFinished()
                ? "finished after " + rounds + ": " + inWords(reason == null ? "" : reason)
                : "running, " + rounds + " done";
    }

    private static String inWords(String stopReason) {
        return switch (stopReason) {
            case "max-rounds" -> "all its rounds are done";
            case "target-reached" -> "it has accepted the samples it was to accept";
            case "all-solved" -> "nothing in the pool is unsolved";
            case "no-gain" -> "its student no longer gains";
            case "operator" -> "an operator ended it";
            default -> stopReason;
        };
    }

    private static String subject(ClosedCampaign campaign) {
        OpenReport inputs = campaign.request().inputs();
        TeacherPlan teacher = campaign.plan().teacher();
        String provider = teacher.provider().name().toLowerCase(Locale.ROOT);
        String model = teacher.model() == null ? provider : model(campaign, teacher.model()) + " (" + provider + ")";
        String leftOut = inputs.leftOut() == 0
                ? ""
                : " " + Figures.count(inputs.leftOut()) + " pool texts were left out, being a seed or in the holdout.";
        if (!campaign.plan().student().isWanted()) {
            return "Teacher " + model + " " + work(campaign, inputs) + "." + leftOut;
        }
        return "Teacher " + model + " labels " + Figures.count(inputs.pool()) + " unlabelled texts with "
                + Figures.of(inputs.labels(), "label") + ", starting from " + Figures.of(inputs.seeds(), "seed")
                + "; students are measured on " + Figures.of(inputs.holdout(), "holdout sample") + "." + leftOut;
    }

    /** Where the campaign leaves the model to the environment, the books know which ones were asked. */
    private static String model(ClosedCampaign campaign, String named) {
        String asked = campaign.books().stream()
                .map(BooksLine::model)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return named.contains("${") && !asked.isEmpty() ? asked : named;
    }

    private static String work(ClosedCampaign campaign, OpenReport inputs) {
        int created = campaign.plan().stages().get(0).creates();
        return created == 0
                ? "works on " + Figures.of(inputs.pool(), "sample")
                : "is asked for " + Figures.of(created, "new sample") + " a round, modelled on "
                        + Figures.of(inputs.seeds(), "seed");
    }

    private static Markup keyFigures(ClosedCampaign campaign, RoundReport round) {
        Tally total = campaign.total();
        Markup figures = Markup.of("dl", accepted(campaign, round)).as("figures");
        if (campaign.plan().student().isWanted()) {
            figures.add(precision(round), student(campaign, round));
        } else {
            figures.add(price(campaign));
        }
        return figures.add(
                figure(
                        "paid",
                        Figures.dollars(campaign.paidUsd()),
                        Figures.of(total.teacherCalls(), "call") + ", " + Figures.count(total.ledgerHits())
                                + " more from the ledger"),
                figure("time", Figures.duration(campaign.seconds()), "over all rounds"));
    }

    private static Markup accepted(ClosedCampaign campaign, RoundReport round) {
        long gained = campaign.gained(round);
        String share = gained > round.input()
                ? Figures.count(gained) + " from "
                : Figures.percent(gained, round.input()) + " of ";
        return figure(
                "accepted",
                Figures.count(campaign.datasetSize()),
                share + Figures.count(round.input()) + " in round " + round.round());
    }

    private static Markup price(ClosedCampaign campaign) {
        Optional<UnitCost> cost = UnitCost.of(campaign.total(), campaign.datasetSize());
        return figure(
                "an accepted sample took",
                cost.map(each -> Figures.dollars(each.usd())).orElse(Figures.NONE),
                cost.map(each -> Figures.average(each.calls()) + " calls, "
                                + Figures.average(each.tokensIn() + each.tokensOut()) + " tokens")
                        .orElse("nothing was accepted"));
    }

    private static Markup precision(RoundReport round) {
        Double precision = round.merge().acceptedPrecision();
        return figure(
                "labels right",
                Figures.percent(precision),
                precision == null
                        ? "no gold to measure by"
                        : "of " + Figures.count(round.merge().measured()) + " accepted with gold");
    }

    private static Markup student(ClosedCampaign campaign, RoundReport round) {
        double accuracy = round.student().holdoutAccuracy();
        Double baseline = campaign.baselineAccuracy(round.round());
        String beside = baseline == null ? "on the holdout" : Figures.points(accuracy - baseline) + " over seeds only";
        return figure("student right", Figures.percent(Double.valueOf(accuracy)), beside);
    }

    private static Markup figure(String name, String value, String beside) {
        return Markup.of(
                "div",
                Markup.text("dt", name),
                Markup.text("dd", value),
                Markup.text("dd", beside).as("beside"));
    }
}
