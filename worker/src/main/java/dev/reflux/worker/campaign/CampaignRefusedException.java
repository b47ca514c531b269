package dev.reflux.worker.campaign;

/** There is no such campaign, or it is not in a state for what was asked of it. */
public final class CampaignRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CampaignRefusedException(String message) {
        super(message);
    }
}
