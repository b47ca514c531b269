package dev.reflux.worker.progress;

import dev.reflux.worker.rehearsal.Effort;
import dev.reflux.worker.rehearsal.Estimate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a campaign may take, as a table of three lines a stage; narrow enough for 80 columns. */
public final class EstimateTable {
    private static final List<String> HEAD = List.of("stage", "calls", "tokens in", "tokens out", "cost", "time");

    private EstimateTable() {}

    public static List<String> lines(Estimate estimate) {
        TextTable table = new TextTable(HEAD);
        List<Estimate.Stage> rows = new ArrayList<>(estimate.stages());
        rows.add(estimate.total());
        for (Estimate.Stage row : rows) {
            if (row.expected().calls() == 0 && row.most().calls() == 0) {
                table.add(List.of(row.stage(), "none", "", "", "", ""));
            } else {
                table.add(cells(row.stage(), row.expected()));
                table.add(cells("  at least", row.least()));
                table.add(cells("  at most", row.most()));
            }
        }
        return table.lines();
    }

    private static List<String> cells(String name, Effort effort) {
        return List.of(
                name,
                Figures.count(Math.round(effort.calls())),
                Figures.rounded(effort.inputTokens()),
                Figures.rounded(effort.outputTokens()),
                Figures.usd(effort.costUsd()),
                Figures.about(Duration.ofSeconds(Math.round(effort.seconds()))));
    }
}
