package dev.reflux.worker.progress;

import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.RoundProgress;
import dev.reflux.workflows.round.RoundReport.StageTally;
import java.util.ArrayList;
import java.util.List;

/** Draws a frame as a few lines for a terminal: heading, a funnel of stages, what it costs and how long it takes. */
final class ProgressBlock {
    private static final int BAR = 20;
    private static final int NAME_AT_MOST = 24;

    private final int width;
    private final Pace pace;

    /** @param width columns of the terminal; lines are cut to it, since a wrapped line could not be redrawn */
    ProgressBlock(int width, Pace pace) {
        this.width = width;
        this.pace = pace;
    }

    List<String> lines(ProgressFrame frame) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(frame));
        if (frame.campaign().problem() != null) {
            lines.add("  " + frame.campaign().problem());
        }
        if (frame.round() != null) {
            lines.add(shards(frame));
            long widest = frame.stages().stream()
                    .mapToLong(stage -> stage.tally().input())
                    .max()
                    .orElse(0);
            frame.stages().forEach(stage -> lines.add(stage(stage, widest)));
            lines.add(cost(frame));
        }
        return lines.stream().map(this::cut).toList();
    }

    private static String heading(ProgressFrame frame) {
        String round = frame.campaign().round() == 0
                ? ""
                : " · round " + frame.campaign().round() + " of at most " + frame.maxRounds();
        return frame.name() + round + " · " + frame.activity() + " · " + Figures.clock(frame.elapsedMillis());
    }

    private String shards(ProgressFrame frame) {
        RoundProgress round = frame.round();
        String left = pace.left(frame)
                .map(time -> " · about " + Figures.about(time) + " left")
                .orElse("");
        return row("shards", bar(round.shardsDone(), round.shards())) + Figures.count(round.shardsDone()) + " of "
                + Figures.count(round.shards()) + left;
    }

    private static String stage(StageTally stage, long widest) {
        Tally tally = stage.tally();
        String flow = Figures.count(tally.input()) + " → " + Figures.count(tally.accepted());
        String rejected = tally.rejectedTotal() == 0 ? "" : "  rejected " + Figures.count(tally.rejectedTotal());
        return row(stage.stage(), bar(tally.accepted(), widest)) + flow + rejected;
    }

    private static String row(String name, String bar) {
        String shown = name.length() <= NAME_AT_MOST ? name : name.substring(0, NAME_AT_MOST - 1) + "…";
        return "  " + shown + " ".repeat(NAME_AT_MOST - shown.length()) + " " + bar + " ";
    }

    private static String bar(long part, long whole) {
        int full = whole == 0 ? 0 : (int) Math.min(BAR, part * BAR / whole);
        return "█".repeat(full) + "░".repeat(BAR - full);
    }

    private String cost(ProgressFrame frame) {
        Tally tally = frame.soFar();
        String budget = frame.campaign().budgetUsd() == null
                ? ""
                : " of " + Figures.usd(frame.campaign().budgetUsd());
        return "  accepted " + Figures.count(frame.accepted()) + " · rejected "
                + Figures.count(tally.rejectedTotal()) + " · " + Figures.usd(frame.spentUsd()) + budget + " · "
                + Figures.rate(pace.callsPerSecond()) + " calls/s · ledger " + Figures.count(tally.ledgerHits());
    }

    private String cut(String line) {
        return line.length() <= width ? line : line.substring(0, Math.max(0, width - 1)) + "…";
    }
}
