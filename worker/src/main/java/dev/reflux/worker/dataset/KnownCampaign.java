package dev.reflux.worker.dataset;

import dev.reflux.activities.dataset.OpenedCampaign;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.config.CampaignPlan;
import dev.reflux.worker.campaign.CampaignRefusedException;
import java.nio.file.Path;
import java.util.Optional;

/** A campaign whose files lie in a workspace, finished or not. */
public record KnownCampaign(CampaignFolder folder, CampaignPlan plan) {

    /** Empty where the workspace holds no campaign of that name. */
    public static Optional<KnownCampaign> find(String name, Path workspace) {
        if (!name.matches(CampaignPlan.NAME_PATTERN)) {
            return Optional.empty();
        }
        CampaignFolder folder = new LocalWorkspace(workspace).folder(name);
        return new JsonDocument(folder.plan()).exists()
                ? Optional.of(
                        new KnownCampaign(folder, OpenedCampaign.read(folder).plan()))
                : Optional.empty();
    }

    /** @throws CampaignRefusedException if the workspace holds no campaign of that name */
    public static KnownCampaign named(String name, Path workspace) {
        return find(name, workspace)
                .orElseThrow(() -> new CampaignRefusedException("campaign " + name
                        + " must have been started, found none in " + workspace + "; check --workspace and the name"));
    }

    public String name() {
        return plan.campaign();
    }

    /**
     * A round that is merged.
     *
     * @param wanted null for the last one
     * @throws CampaignRefusedException if it is not merged
     */
    public int round(Integer wanted) {
        int merged = folder.mergedRounds();
        if (merged == 0) {
            throw new CampaignRefusedException("campaign " + name()
                    + " must have finished a round, got none so far; wait for its first, or run it again");
        }
        if (wanted != null && (wanted < 1 || wanted > merged)) {
            throw new CampaignRefusedException("round of campaign " + name() + " must be one from 1 to " + merged
                    + ", which are finished, got " + wanted);
        }
        return wanted == null ? merged : wanted;
    }
}
