package dev.reflux.workflows.campaign;

import dev.reflux.config.CampaignPlan;

/** Asks for a campaign's inputs to be read, checked and cut into shards. */
public record OpenRequest(CampaignPlan plan, String folder, String fingerprint) {}
