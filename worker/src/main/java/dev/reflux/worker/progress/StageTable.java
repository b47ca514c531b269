package dev.reflux.worker.progress;

import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.RoundProgress;
import dev.reflux.workflows.round.RoundReport.StageTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A round in progress as a table of its stages. */
public final class StageTable {
    private StageTable() {}

    public static List<String> lines(RoundProgress round) {
        List<String> lines = new ArrayList<>();
        lines.add("round " + round.round() + " · " + round.phase().name().toLowerCase(Locale.ROOT) + " · "
                + Figures.count(round.shardsDone()) + " of " + Figures.count(round.shards()) + " shards");
        TextTable table = new TextTable(List.of("stage", "in", "accepted", "rejected", "calls", "ledger", "cost"));
        round.stages().forEach(stage -> table.add(row(stage)));
        lines.addAll(table.lines());
        return lines;
    }

    private static List<String> row(StageTally stage) {
        Tally tally = stage.tally();
        return List.of(
                stage.stage(),
                Figures.count(tally.input()),
                Figures.count(tally.accepted()),
                Figures.count(tally.rejectedTotal()),
                Figures.count(tally.teacherCalls()),
                Figures.count(tally.ledgerHits()),
                Figures.usd(tally.costUsd()));
    }
}
