package dev.reflux.workflows.round;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One round of a campaign, its child. Steered through the campaign's updates, which it hears as signals. */
@WorkflowInterface
public interface RoundWorkflow {

    @WorkflowMethod(name = "Round")
    RoundReport run(RoundRequest request);

    @QueryMethod(description = "How far the round is")
    RoundProgress progress();

    @SignalMethod
    void pause();

    @SignalMethod
    void resume();

    @SignalMethod
    void raiseBudget(double usd);
}
