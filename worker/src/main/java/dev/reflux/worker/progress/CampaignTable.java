package dev.reflux.worker.progress;

import dev.reflux.workflows.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A campaign's rounds as a table, below it what was rejected and why; narrow enough for 80 columns. */
public final class CampaignTable {
    private static final List<String> HEAD =
            List.of("round", "in", "accepted", "precision", "student", "calls", "ledger", "cost", "time");

    private CampaignTable() {}

    /**
     * Lines to print; empty where no round is finished. {@code precision} is measured against gold, {@code student} is its
     * accuracy on the holdout; a dash where there is none.
     */
    public static List<String> lines(List<RoundRow> rounds) {
        if (rounds.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable(HEAD);
        rounds.forEach(round -> table.add(cells(round)));
        List<String> lines = new ArrayList<>(table.lines());
        rounds.stream()
                .filter(round -> round.baseline() != null)
                .findFirst()
                .ifPresent(round -> lines.add("student from seeds alone: " + Figures.share(round.baseline())));
        rounds.stream().filter(round -> round.total().rejectedTotal() > 0).forEach(round -> lines.add(rejected(round)));
        return lines;
    }

    private static List<String> cells(RoundRow round) {
        Tally total = round.total();
        return List.of(
                Integer.toString(round.round()),
                Figures.count(total.input()),
                Figures.count(total.accepted()),
                Figures.share(round.precision()),
                Figures.share(round.student()),
                Figures.count(total.teacherCalls()),
                Figures.count(total.ledgerHits()),
                Figures.usd(total.costUsd()),
                Figures.about(Duration.ofMillis(Math.round(round.seconds() * 1000))));
    }

    private static String rejected(RoundRow round) {
        Tally total = round.total();
        return "round " + round.round() + " rejected " + Figures.count(total.rejectedTotal()) + ": "
                + Figures.reasons(total.rejected());
    }
}
