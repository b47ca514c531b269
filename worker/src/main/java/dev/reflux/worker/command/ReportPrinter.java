package dev.reflux.worker.command;

import dev.reflux.worker.campaign.CampaignSummary;
import dev.reflux.worker.progress.CampaignTable;
import dev.reflux.worker.progress.RoundRow;
import dev.reflux.workflows.campaign.CampaignReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Prints what a campaign came to, for people or for programs. */
final class ReportPrinter {
    private final PrintWriter out;
    private final Path workspace;
    private final boolean json;

    ReportPrinter(PrintWriter out, Path workspace, boolean json) {
        this.out = out;
        this.workspace = workspace;
        this.json = json;
    }

    /**
     * Prints what a finished campaign came to: its summary, or Temporal's report where another machine holds the summary.
     *
     * @param temporal how to see the campaign in the Temporal UI, if there is one
     */
    void print(CampaignReport report, Optional<String> temporal) {
        Optional<CampaignSummary> summary = CampaignSummary.read(workspace, report.campaign());
        if (json) {
            Json.print(out, summary.<Object>map(CampaignSummary::json).orElse(report));
            return;
        }
        List<RoundRow> rounds = summary.map(CampaignSummary::rounds)
                .orElseGet(() -> report.rounds().stream().map(RoundRow::of).toList());
        out.println(report.campaign() + " is finished: " + report.stopReason());
        print(rounds, report.paths());
        temporal.ifPresent(how -> out.println("Temporal  " + how));
        out.flush();
    }

    /** Prints what was finished before this command. */
    void printAgain(CampaignSummary summary) {
        if (json) {
            Json.print(out, summary.json());
            return;
        }
        out.println(summary.campaign() + " was finished before: " + summary.stopReason());
        if (summary.notice() != null) {
            out.println("  " + summary.notice());
        }
        print(summary.rounds(), summary.paths());
        out.flush();
    }

    private void print(List<RoundRow> rounds, CampaignReport.Paths paths) {
        CampaignTable.lines(rounds).forEach(out::println);
        if (paths != null) {
            Whereabouts.lines(paths, workspace).forEach(out::println);
        }
    }
}
