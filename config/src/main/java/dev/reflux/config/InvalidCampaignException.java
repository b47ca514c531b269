package dev.reflux.config;

/** A campaign, or a file it names, cannot be used as it is. The user's move; nothing was created or spent. */
public final class InvalidCampaignException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message subject, rule, value, place and remedy, ready to print */
    public InvalidCampaignException(String message) {
        super(message);
    }
}
