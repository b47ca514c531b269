package dev.reflux.worker.command;

import dev.reflux.worker.campaign.CampaignStatus;
import dev.reflux.worker.progress.CampaignTable;
import dev.reflux.worker.progress.StageTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A campaign's standing for people. */
final class StatusText {
    private StatusText() {}

    static List<String> lines(CampaignStatus status, Path workspace) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(status));
        if (status.notice() != null) {
            lines.add("  " + status.notice());
        }
        if (status.problem() != null) {
            lines.add("  " + status.problem());
        }
        if (status.budgetUsd() != null) {
            lines.add("budget $" + status.budgetUsd());
        }
        lines.addAll(CampaignTable.lines(status.rounds()));
        if (status.current() != null && !"finished".equals(status.state())) {
            lines.addAll(StageTable.lines(status.current()));
        }
        if (status.paths() != null) {
            lines.addAll(Whereabouts.lines(status.paths(), workspace));
        }
        return lines;
    }

    private static String heading(CampaignStatus status) {
        String round = status.round() == 0 ? "" : ", round " + status.round();
        String source = CampaignStatus.SUMMARY.equals(status.source()) ? " (from its summary in the workspace)" : "";
        return status.campaign() + " is " + status.state() + round + source;
    }
}
