package dev.reflux.activities.stage;

import dev.reflux.activities.dataset.OpenedCampaign;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.ShardCorruptException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Open campaigns by fingerprint, each read once while it is among the last few in use. Safe for many threads. */
final class OpenCampaigns {

    private static final int KEPT = 16;

    private final Map<String, OpenedCampaign> campaigns = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OpenedCampaign> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * The campaign of this fingerprint.
     *
     * @throws ShardCorruptException if the folder holds another one
     */
    synchronized OpenedCampaign campaign(CampaignFolder folder, String fingerprint) {
        // By folder too: the fingerprint says what a campaign is, not in which workspace it is open.
        return campaigns.computeIfAbsent(folder.root() + " " + fingerprint, key -> read(folder, fingerprint));
    }

    private static OpenedCampaign read(CampaignFolder folder, String fingerprint) {
        OpenedCampaign campaign = OpenedCampaign.read(folder);
        if (!campaign.fingerprint().equals(fingerprint)) {
            throw new ShardCorruptException("File " + folder.plan() + " must have fingerprint " + fingerprint + ", got "
                    + campaign.fingerprint() + "; restore the plan that this campaign was started with");
        }
        return campaign;
    }
}
