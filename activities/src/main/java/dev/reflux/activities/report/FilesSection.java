package dev.reflux.activities.report;

import dev.reflux.activities.card.DatasetCard;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.markup.Table;
import dev.reflux.workflows.campaign.CampaignReport;
import java.util.List;

/** Where everything lies. */
final class FilesSection {
    private FilesSection() {}

    static Markup of(ClosedCampaign campaign, CampaignReport.Paths paths) {
        Markup section = ReportSection.titled("files", "Where it lies", "Paths are relative to the workspace.");
        Table table = Table.of("what", "where");
        add(table, "summary for programs", paths.summary());
        add(table, "accepted samples of the last round", paths.dataset());
        add(table, "rejected samples, each with its reason", paths.rejected());
        if (campaign.plan().student().isWanted()) {
            add(table, "students and their evaluations", campaign.students());
        }
        for (String export : paths.exports()) {
            add(table, "export", export);
        }
        if (!paths.exports().isEmpty()) {
            add(table, "dataset card, ready to be published", campaign.name() + "/exports/" + DatasetCard.NAME);
        }
        add(table, "this page", paths.report());
        section.add(table.markup());
        Markup plan = Markup.text("p", "Plan fingerprint ").as("lead");
        return section.add(plan.add(Markup.text("code", campaign.request().planFingerprint())));
    }

    private static void add(Table table, String what, String where) {
        if (where != null) {
            table.row(List.of(Markup.text("td", what), Markup.of("td", Markup.text("code", where))));
        }
    }
}
