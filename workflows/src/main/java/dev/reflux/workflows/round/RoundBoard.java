package dev.reflux.workflows.round;

import dev.reflux.workflows.SearchAttributes;
import io.temporal.workflow.Workflow;

/**
 * What the Temporal UI shows of a round: details to read, and search attributes to find it by. Details cost nothing; search
 * attributes cost an action, so they move with the round's state, its foremost stage and each tenth of its shards.
 */
final class RoundBoard {

    private final RoundRequest request;
    private final Tallies tallies;
    private String state = "running";
    private String place;
    private int foremost;
    private int tenthShown;

    /** @param foremost position of the stage that a round begins or goes on with, from 1 */
    RoundBoard(RoundRequest request, Tallies tallies, int foremost) {
        this.request = request;
        this.tallies = tallies;
        this.foremost = foremost;
        this.place = request.stages().get(foremost - 1).name();
    }

    /** A shard sets out for a stage; a stage behind the foremost one changes nothing. */
    void reach(int stage) {
        if (stage > foremost) {
            foremost = stage;
            reach(request.stages().get(stage - 1).name());
        }
    }

    /** The round sets out for an activity of its own. */
    void reach(String activity) {
        place = activity;
        publish();
    }

    void enter(String newState) {
        state = newState;
        publish();
    }

    void show(RoundProgress progress, double seconds) {
        Workflow.setCurrentDetails(RoundDetails.of(progress, request, seconds));
        int tenth = 10 * progress.shardsDone() / Math.max(1, request.shards());
        if (tenth > tenthShown) {
            tenthShown = tenth;
            publish();
        }
    }

    private void publish() {
        Workflow.upsertTypedSearchAttributes(
                SearchAttributes.CAMPAIGN.valueSet(request.campaign()),
                SearchAttributes.STATE.valueSet(state),
                SearchAttributes.ROUND.valueSet((long) request.round()),
                SearchAttributes.STAGE.valueSet(place),
                SearchAttributes.ACCEPTED.valueSet(tallies.last().accepted()),
                SearchAttributes.SPENT_USD.valueSet(tallies.costUsd()));
    }
}
