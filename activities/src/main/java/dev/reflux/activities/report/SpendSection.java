package dev.reflux.activities.report;

import dev.reflux.activities.dataset.RoundMerge;
import dev.reflux.activities.ledger.BooksLine;
import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.markup.Table;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.RoundReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What it cost: stage by stage as they counted it, for each sample, and as the ledger booked it. */
final class SpendSection {
    private static final String WHOLE_ROUND = "whole round";

    private SpendSection() {}

    static Markup of(ClosedCampaign campaign) {
        Markup section = ReportSection.titled(
                "spend",
                "What it cost",
                "An answer that the ledger already holds is never paid for again, whatever crashed in between.");
        section.add(
                ReportSection.figure("Stage by stage", stages(campaign), ""),
                ReportSection.figure("What a sample took", samples(campaign), sampleNote(campaign)));
        if (!campaign.books().isEmpty()) {
            section.add(ReportSection.figure(
                    "The ledger's books",
                    books(campaign),
                    "Every call paid in this campaign's name, those of interrupted work included."));
        }
        return section;
    }

    private static Markup stages(ClosedCampaign campaign) {
        Table table = Table.of("stage", "calls: paid, from ledger")
                .figures("paid", "from ledger", "tokens in", "cached", "tokens out", "cost", "time");
        for (RoundReport round : campaign.rounds()) {
            table.heading("Round " + round.round());
            round.stages().stream()
                    .filter(stage -> hasAsked(stage.tally()))
                    .forEach(stage -> addStage(
                            table, stage.stage(), stage.tally(), stage.tally().millis() / 1000.0));
            if (hasAsked(round.merge().tally())) {
                addStage(table, RoundMerge.NAME, round.merge().tally(), 0);
            }
            addStage(table, WHOLE_ROUND, round.total(), round.seconds());
        }
        if (campaign.rounds().size() > 1) {
            table.heading("All rounds");
            addStage(table, "whole campaign", campaign.total(), campaign.seconds());
        }
        return table.markup();
    }

    private static boolean hasAsked(Tally tally) {
        return tally.teacherCalls() + tally.ledgerHits() > 0;
    }

    private static void addStage(Table table, String name, Tally tally, double seconds) {
        long answers = tally.teacherCalls() + tally.ledgerHits();
        Markup bar = ReportSection.bar(answers, "paid", tally.teacherCalls(), "saved", tally.ledgerHits());
        table.row(
                List.of(Markup.text("td", name), Markup.of("td", bar)),
                Figures.count(tally.teacherCalls()),
                Figures.count(tally.ledgerHits()),
                Figures.count(tally.inputTokens()),
                Figures.count(tally.cachedTokens()),
                Figures.count(tally.outputTokens()),
                Figures.dollars(tally.costUsd()),
                Figures.duration(seconds));
    }

    private static Markup samples(ClosedCampaign campaign) {
        Table table = Table.of("stage")
                .figures("calls", "tokens in", "tokens out", "cost", "calls", "tokens in", "tokens out", "cost")
                .above("", 1)
                .above("for each sample that went in", 4)
                .above("for each accepted sample", 4);
        for (RoundReport round : campaign.rounds()) {
            long gained = campaign.gained(round);
            table.heading("Round " + round.round() + " · " + Figures.of(round.input(), "sample") + " in · "
                    + Figures.count(gained) + " accepted");
            round.stages().stream()
                    .filter(stage -> hasAsked(stage.tally()))
                    .forEach(stage -> addSample(table, stage.stage(), stage.tally(), gained));
            if (hasAsked(round.merge().tally())) {
                addSample(table, RoundMerge.NAME, round.merge().tally(), gained);
            }
            addSample(table, WHOLE_ROUND, round.total(), gained);
        }
        if (campaign.rounds().size() > 1) {
            table.heading("All rounds · " + Figures.of(campaign.datasetSize(), "sample") + " in the dataset");
            addSample(table, "whole campaign", campaign.total(), campaign.datasetSize());
        }
        return table.markup();
    }

    private static void addSample(Table table, String name, Tally spent, long accepted) {
        List<String> figures = new ArrayList<>(figures(UnitCost.of(spent, spent.input())));
        figures.addAll(figures(UnitCost.of(spent, accepted)));
        table.row(name, figures.toArray(String[]::new));
    }

    private static List<String> figures(Optional<UnitCost> known) {
        return known.map(cost -> List.of(
                        Figures.average(cost.calls()),
                        Figures.average(cost.tokensIn()),
                        Figures.average(cost.tokensOut()),
                        Figures.dollars(cost.usd())))
                .orElseGet(() -> Collections.nCopies(4, Figures.NONE));
    }

    private static String sampleNote(ClosedCampaign campaign) {
        String accepted =
                campaign.plan().addsUp() ? "Accepted are those that a round added to" : "Accepted are those in";
        return "Paid calls alone. A stage's own input went in; a round's went in at its first stage. " + accepted
                + " the round's dataset: what rejected samples took is part of their price.";
    }

    private static Markup books(ClosedCampaign campaign) {
        Table table = Table.of("round", "stage", "model").figures("calls", "tokens in", "cached", "tokens out", "paid");
        for (BooksLine line : campaign.books()) {
            table.row(
                    List.of(
                            Markup.text("td", Integer.toString(line.round())),
                            Markup.text("td", line.stage()),
                            Markup.text("td", line.model())),
                    Figures.count(line.calls()),
                    Figures.count(line.inputTokens()),
                    Figures.count(line.cachedTokens()),
                    Figures.count(line.outputTokens()),
                    Figures.dollars(line.costUsd()));
        }
        return table.markup();
    }
}
