package dev.reflux.activities.report;

import dev.reflux.activities.ledger.BooksLine;
import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.markup.Table;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.RoundReport;
import java.util.List;

/** What it cost: per round as the stages counted it, and as the ledger booked it. */
final class SpendSection {
    private SpendSection() {}

    static Markup of(ClosedCampaign campaign) {
        Markup section = ReportSection.titled(
                "spend",
                "What it cost",
                "An answer that the ledger already holds is never paid for again, whatever crashed in between.");
        section.add(ReportSection.figure("Round by round", rounds(campaign), ""));
        if (!campaign.books().isEmpty()) {
            section.add(ReportSection.figure(
                    "The ledger's books",
                    books(campaign),
                    "Every call paid in this campaign's name, those of interrupted work included."));
        }
        return section;
    }

    private static Markup rounds(ClosedCampaign campaign) {
        Table table = Table.of("round", "calls: paid, from ledger")
                .figures(
                        "paid",
                        "from ledger",
                        "tokens in",
                        "cached",
                        "tokens out",
                        "cost",
                        "per 1,000 accepted",
                        "time");
        for (RoundReport round : campaign.rounds()) {
            addRound(table, Integer.toString(round.round()), round.total(), round.seconds());
        }
        if (campaign.rounds().size() > 1) {
            addRound(table, "all", campaign.total(), campaign.seconds());
        }
        return table.markup();
    }

    private static void addRound(Table table, String name, Tally tally, double seconds) {
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
                tally.accepted() == 0 ? Figures.NONE : Figures.dollars(1000 * tally.costUsd() / tally.accepted()),
                Figures.duration(seconds));
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
