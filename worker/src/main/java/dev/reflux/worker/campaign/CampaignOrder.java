package dev.reflux.worker.campaign;

/** What an operator may tell a campaign; each is an update of its workflow. */
public enum CampaignOrder {
    PAUSE("pause"),
    RESUME("resume"),
    APPROVE("approve"),
    FINISH("finish"),
    RAISE_BUDGET("raiseBudget");

    private final String update;

    CampaignOrder(String update) {
        this.update = update;
    }

    String update() {
        return update;
    }
}
