package dev.reflux.worker.command;

import dev.reflux.workflows.campaign.CampaignReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where everything of a campaign lies. */
final class Whereabouts {
    private Whereabouts() {}

    static List<String> lines(CampaignReport.Paths paths, Path workspace) {
        List<String> lines = new ArrayList<>();
        add(lines, "dataset", paths.dataset(), workspace);
        add(lines, "rejected", paths.rejected(), workspace);
        paths.exports().forEach(export -> add(lines, "export", export, workspace));
        add(lines, "summary", paths.summary(), workspace);
        add(lines, "report", paths.report(), workspace);
        return lines;
    }

    private static void add(List<String> lines, String what, String path, Path workspace) {
        if (path != null) {
            lines.add(String.format("%-9s %s", what, workspace.resolve(path)));
        }
    }
}
