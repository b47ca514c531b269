package dev.reflux.worker.command;

import dev.reflux.worker.progress.CampaignTable;
import dev.reflux.workflows.campaign.CampaignReport;
import java.io.PrintWriter;
import java.nio.file.Path;
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
     * Prints the report.
     *
     * @param how {@code is finished}, or that it was before
     * @param link the campaign's page in the Temporal UI, if there is one
     */
    void print(CampaignReport report, String how, Optional<String> link) {
        if (json) {
            Json.print(out, report);
            return;
        }
        out.println(report.campaign() + " " + how + ": " + report.stopReason());
        CampaignTable.lines(report.rounds()).forEach(out::println);
        if (report.paths() != null) {
            Whereabouts.lines(report.paths(), workspace).forEach(out::println);
        }
        link.ifPresent(address -> out.println("Temporal  " + address));
        out.flush();
    }
}
