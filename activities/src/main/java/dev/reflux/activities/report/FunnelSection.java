package dev.reflux.activities.report;

import dev.reflux.activities.dataset.RoundMerge;
import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.markup.Table;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.RoundReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the samples went: stage by stage in every round, and why those that fell out did. */
final class FunnelSection {
    private FunnelSection() {}

    static Markup of(ClosedCampaign campaign) {
        Markup section = ReportSection.titled(
                "funnel",
                "Where the samples went",
                "Each bar is a share of the round's input: what a stage let through, and what it rejected.");
        section.add(ReportSection.figure("Stage by stage", funnel(campaign.rounds()), ""));
        Map<String, Map<String, Long>> reasons = reasons(campaign.rounds());
        if (!reasons.isEmpty()) {
            String note = campaign.rounds().size() == 1 ? "" : "Summed over all rounds.";
            section.add(ReportSection.figure("Rejected, by reason", table(reasons), note));
        }
        return section;
    }

    private static Markup funnel(List<RoundReport> rounds) {
        Table table = Table.of("stage", "share of the round's input")
                .figures("in", "accepted", "rejected", "calls", "from ledger", "cost", "work");
        for (RoundReport round : rounds) {
            table.heading("Round " + round.round() + " · " + Figures.of(round.input(), "sample") + " · "
                    + Figures.duration(round.seconds()));
            round.stages().forEach(stage -> addStage(table, stage.stage(), stage.tally(), round.input()));
            addStage(table, RoundMerge.NAME, round.merge().tally(), round.input());
        }
        return table.markup();
    }

    private static void addStage(Table table, String name, Tally tally, long whole) {
        Markup bar = ReportSection.bar(whole, "accepted", tally.accepted(), "rejected", tally.rejectedTotal());
        table.row(
                List.of(Markup.text("td", name), Markup.of("td", bar)),
                Figures.count(tally.input()),
                Figures.count(tally.accepted()),
                Figures.count(tally.rejectedTotal()),
                Figures.count(tally.teacherCalls()),
                Figures.count(tally.ledgerHits()),
                Figures.dollars(tally.costUsd()),
                Figures.duration(tally.millis() / 1000.0));
    }

    /** By stage, in the order of the stages. */
    private static Map<String, Map<String, Long>> reasons(List<RoundReport> rounds) {
        Map<String, Map<String, Long>> reasons = new LinkedHashMap<>();
        for (RoundReport round : rounds) {
            round.stages().forEach(stage -> addReasons(reasons, stage.stage(), stage.tally()));
        }
        rounds.forEach(
                round -> addReasons(reasons, RoundMerge.NAME, round.merge().tally()));
        return reasons;
    }

    private static void addReasons(Map<String, Map<String, Long>> reasons, String stage, Tally tally) {
        tally.rejected().forEach((reason, samples) -> reasons.computeIfAbsent(stage, none -> new TreeMap<>())
                .merge(reason, samples, Long::sum));
    }

    private static Markup table(Map<String, Map<String, Long>> reasons) {
        long total = reasons.values().stream()
                .flatMap(stage -> stage.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        Table table = Table.of("reason", "share of all rejected").figures("samples", "share");
        reasons.forEach((stage, ofStage) -> {
            table.heading(stage);
            ofStage.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(reason -> addReason(table, reason.getKey(), reason.getValue(), total));
        });
        return table.markup();
    }

    private static void addReason(Table table, String reason, long samples, long total) {
        table.row(
                List.of(
                        Markup.of("td", Markup.text("code", reason)),
                        Markup.of("td", ReportSection.bar(total, "rejected", samples, "", 0))),
                Figures.count(samples),
                Figures.percent(samples, total));
    }
}
