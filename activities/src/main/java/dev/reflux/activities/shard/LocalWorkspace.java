package dev.reflux.activities.shard;

import dev.reflux.config.CampaignPlan;
import java.nio.file.Path;

/** The folder on a local disk in which every campaign has a folder of its own. */
public record LocalWorkspace(Path root) {

    public LocalWorkspace {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * The files of a campaign; nothing is created before something is written.
     *
     * @throws IllegalArgumentException if the name would lead out of the workspace
     */
    public CampaignFolder folder(String campaign) {
        if (!campaign.matches(CampaignPlan.NAME_PATTERN)) {
            throw new IllegalArgumentException("campaign folder must be named like a campaign, got " + campaign);
        }
        return new LocalCampaignFolder(root.resolve(campaign));
    }

    /** The ledger that all campaigns of this workspace share. */
    public Path ledger() {
        return root.resolve("ledger.db");
    }
}
