package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.config.CampaignPlan;
import dev.reflux.workflows.campaign.OpenReport;
import java.util.List;

/**
 * What {@code plan.json} holds: a campaign as it was opened. Placeholders are unresolved, so it holds no secret.
 *
 * @param folder absolute folder of the campaign file
 * @param fingerprint SHA-256 of plan and input files
 * @param labels distinct labels of the seeds, sorted
 */
public record OpenedCampaign(
        CampaignPlan plan, String folder, String fingerprint, List<String> labels, OpenReport report) {

    public OpenedCampaign {
        labels = List.copyOf(labels);
    }

    /**
     * Reads a campaign that is open.
     *
     * @throws dev.reflux.activities.shard.ShardCorruptException if it is not, or its plan cannot be read
     */
    public static OpenedCampaign read(CampaignFolder folder) {
        return new JsonDocument(folder.plan()).read(OpenedCampaign.class);
    }
}
