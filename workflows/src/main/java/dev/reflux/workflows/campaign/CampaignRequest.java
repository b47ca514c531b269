package dev.reflux.workflows.campaign;

import dev.reflux.config.CampaignPlan;

/**
 * Starts a campaign.
 *
 * @param plan the validated campaign file, placeholders unresolved
 * @param folder absolute folder of that file, against which its paths are resolved
 * @param fingerprint SHA-256 of plan and input files: two campaigns of one name must not differ in it
 * @param state null at the start; what an earlier run of this workflow hands to the next
 */
public record CampaignRequest(CampaignPlan plan, String folder, String fingerprint, CampaignState state) {}
