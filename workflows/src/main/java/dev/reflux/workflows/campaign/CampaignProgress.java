package dev.reflux.workflows.campaign;

import dev.reflux.workflows.round.RoundReport;
import java.util.List;

/**
 * Where a campaign stands.
 *
 * @param problem why it holds, or null
 * @param round the round it is in, 0 while it opens
 * @param rounds reports of the finished rounds
 * @param budgetUsd the budget in force, or null
 */
public record CampaignProgress(State state, String problem, int round, List<RoundReport> rounds, Double budgetUsd) {

    /** What a campaign is doing. */
    public enum State {
        OPENING,
        RUNNING,
        /** Something must be mended first; {@code resume} goes on. */
        HOLDING,
        PAUSED,
        AWAITING_APPROVAL,
        FINISHED
    }

    public CampaignProgress {
        rounds = List.copyOf(rounds);
    }
}
