package dev.reflux.workflows.campaign;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A campaign, from its files to its exports. One execution per campaign; it continues as new after each round. */
@WorkflowInterface
public interface CampaignWorkflow {

    @WorkflowMethod(name = "Campaign")
    CampaignReport run(CampaignRequest request);

    @QueryMethod(description = "Where the campaign stands")
    CampaignProgress progress();

    @UpdateMethod(description = "Start no further work; what is in flight is finished")
    void pause();

    @UpdateValidatorMethod(updateName = "pause")
    void validatePause();

    @UpdateMethod(description = "Go on after a pause, or after mending what the campaign holds for")
    void resume();

    @UpdateValidatorMethod(updateName = "resume")
    void validateResume();

    @UpdateMethod(description = "Set a higher budget, in US dollars for the whole campaign")
    void raiseBudget(double usd);

    @UpdateValidatorMethod(updateName = "raiseBudget")
    void validateRaiseBudget(double usd);

    @UpdateMethod(description = "Let the next round begin")
    void approve();

    @UpdateValidatorMethod(updateName = "approve")
    void validateApprove();

    @UpdateMethod(description = "Start no further round: finish with the data there is")
    void finish();

    /** Told by the round in progress: why it holds, or null when it goes on. */
    @SignalMethod
    void roundHolds(String problem);
}
