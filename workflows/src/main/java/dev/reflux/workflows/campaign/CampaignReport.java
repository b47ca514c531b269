package dev.reflux.workflows.campaign;

import dev.reflux.workflows.round.RoundReport;
import java.util.List;

/** What a finished campaign came to. Paths are relative to the workspace. */
public record CampaignReport(
        String campaign, String stopReason, OpenReport inputs, List<RoundReport> rounds, Paths paths) {

    /** Where everything lies, relative to the workspace. */
    public record Paths(String summary, String report, String dataset, String rejected, List<String> exports) {

        public Paths {
            exports = List.copyOf(exports);
        }
    }

    public CampaignReport {
        rounds = List.copyOf(rounds);
    }
}
