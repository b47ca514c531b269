package dev.reflux.worker.campaign;

/**
 * What Temporal knows of a campaign.
 *
 * @param fingerprint the one it was started with; null if it is absent
 * @param notice what must be known of its teacher, or null
 */
public record CampaignStanding(Kind kind, String fingerprint, String notice) {
    /** Whether there is one, and whether it is at work. */
    public enum Kind {
        ABSENT,
        /** Started and not yet over: running, holding, paused or waiting for approval. */
        OPEN,
        FINISHED,
        /** Failed, cancelled or terminated: starting it again goes on from workspace and ledger. */
        BROKEN
    }
}
