package dev.reflux.worker.campaign;

import dev.reflux.config.CampaignPlan;
import dev.reflux.workflows.campaign.OpenReport;
import java.nio.file.Path;

/**
 * A campaign file that was read and found right, its inputs too.
 *
 * @param text the file as it was given, its placeholders unresolved
 * @param folder absolute folder of the file, against which its paths are resolved
 * @param fingerprint SHA-256 of plan and inputs, by which two campaigns of one name are told apart
 * @param inputs what its input files hold
 */
public record LoadedCampaign(CampaignPlan plan, String text, Path folder, String fingerprint, OpenReport inputs) {
    public String name() {
        return plan.campaign();
    }
}
