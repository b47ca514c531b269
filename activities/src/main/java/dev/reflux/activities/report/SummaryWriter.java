package dev.reflux.activities.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.export.StreamedFile;
import dev.reflux.workflows.campaign.CampaignReport;

/** Writes {@code summary.json}, whose fields {@code docs/summary.md} describes; the same campaign gives the same bytes. */
final class SummaryWriter {
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter JSON = JsonMapper.builder()
            .build()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

    private SummaryWriter() {}

    /** Replaces the campaign's summary whole. */
    static void write(ClosedCampaign campaign, CampaignReport.Paths paths) {
        JsonNode summary = new Summary(campaign, paths).toJson();
        StreamedFile.write(campaign.folder().summary(), file -> file.write(JSON.writeValueAsString(summary) + "\n"));
    }
}
