package dev.reflux.activities.stage;

import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.config.CampaignPlan;
import java.util.LinkedHashMap;
import java.util.Map;

/** Plans by fingerprint, each read once while it is among the last few in use. */
final class CampaignPlans {

    private static final int KEPT = 16;

    private final Map<String, CampaignPlan> plans = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CampaignPlan> eldest) {
            return size() > KEPT;
        }
    };

    synchronized CampaignPlan plan(CampaignFolder folder, String fingerprint) {
        // By folder too: the fingerprint says what a campaign is, not in which workspace it is open.
        return plans.computeIfAbsent(folder.root() + " " + fingerprint, key -> PlanFile.read(folder, fingerprint));
    }
}
