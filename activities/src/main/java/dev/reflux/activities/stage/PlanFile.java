package dev.reflux.activities.stage;

import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.InvalidCampaignException;

/** A campaign's {@code plan.json}: the plan under the fingerprint of plan and input files. */
public record PlanFile(String fingerprint, CampaignPlan plan) {

    /** Leaves the plan for the stages; twice the same leaves the same file. */
    public static void write(CampaignFolder folder, String fingerprint, CampaignPlan plan) {
        new JsonDocument(folder.plan()).write(new PlanFile(fingerprint, plan));
    }

    /**
     * The plan of this fingerprint.
     *
     * @throws InvalidCampaignException if the folder holds another campaign of the same name
     */
    static CampaignPlan read(CampaignFolder folder, String fingerprint) {
        PlanFile file = new JsonDocument(folder.plan()).read(PlanFile.class);
        if (!file.fingerprint().equals(fingerprint)) {
            throw new InvalidCampaignException("Folder " + folder.root() + " must hold the plan with fingerprint "
                    + fingerprint + ", got " + file.fingerprint()
                    + "; another campaign of this name was opened in it: give one of them another name");
        }
        return file.plan();
    }
}
