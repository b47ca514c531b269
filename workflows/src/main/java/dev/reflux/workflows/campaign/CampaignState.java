package dev.reflux.workflows.campaign;

import dev.reflux.workflows.round.RoundReport;
import java.util.List;

/**
 * What a campaign carries from round to round.
 *
 * @param inputs what was found in its files
 * @param rounds reports of the finished rounds
 * @param budgetUsd the budget in force, or null
 * @param paused true if an operator paused it
 * @param finishing true if no further round is to be started
 */
public record CampaignState(
        OpenReport inputs, List<RoundReport> rounds, Double budgetUsd, boolean paused, boolean finishing) {

    public CampaignState {
        rounds = List.copyOf(rounds);
    }
}
