package dev.reflux.workflows.campaign;

import dev.reflux.config.CampaignPlan;
import dev.reflux.config.WorkerRole;
import dev.reflux.workflows.Problem;
import dev.reflux.workflows.Steps;
import dev.reflux.workflows.WorkflowIds;
import dev.reflux.workflows.campaign.CampaignProgress.State;
import dev.reflux.workflows.round.RoundReport;
import dev.reflux.workflows.round.RoundRequest;
import dev.reflux.workflows.round.RoundState;
import dev.reflux.workflows.round.RoundWorkflow;
import dev.reflux.workflows.round.StagePlace;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One round per run; whatever must outlive a run is in {@link CampaignState}. */
public final class CampaignWorkflowImpl implements CampaignWorkflow {

    private final CampaignPlan plan;
    private final CampaignRequest request;
    private final List<RoundReport> rounds = new ArrayList<>();
    private State state = State.OPENING;
    private OpenReport inputs;
    private Double budgetUsd;
    private boolean paused;
    private boolean finishing;
    private boolean approved;
    private String problem;
    private RoundWorkflow round;

    @WorkflowInit
    public CampaignWorkflowImpl(CampaignRequest request) {
        this.request = request;
        this.plan = request.plan();
        if (request.state() == null) {
            budgetUsd = plan.budget() == null ? null : plan.budget().usd();
        } else {
            inputs = request.state().inputs();
            rounds.addAll(request.state().rounds());
            budgetUsd = request.state().budgetUsd();
            paused = request.state().paused();
            finishing = request.state().finishing();
            state = State.RUNNING;
        }
    }

    @Override
    public CampaignReport run(CampaignRequest sameRequest) {
        CampaignBoard.show(plan, progress());
        if (inputs == null) {
            OpenRequest open = new OpenRequest(plan, request.folder(), request.fingerprint());
            inputs = mended(() -> activities("open").open(open));
        }
        awaitLeaveToStart();
        String stopReason = finishing && !rounds.isEmpty() ? "operator" : null;
        if (stopReason == null) {
            rounds.add(runRound());
            stopReason = finishing ? "operator" : StopRule.reason(plan.rounds(), rounds);
        }
        return stopReason == null ? goRound() : close(stopReason);
    }

    private void awaitLeaveToStart() {
        boolean needsApproval = plan.rounds().approve() && !rounds.isEmpty();
        while (paused || (needsApproval && !approved && !finishing)) {
            enter(paused ? State.PAUSED : State.AWAITING_APPROVAL);
            boolean wasPaused = paused;
            Workflow.await(() -> paused != wasPaused || (!paused && (approved || finishing)));
        }
        enter(State.RUNNING);
    }

    private RoundReport runRound() {
        int number = rounds.size() + 1;
        round = Workflow.newChildWorkflowStub(
                RoundWorkflow.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(WorkflowIds.round(plan.campaign(), number))
                        .setStaticSummary("round " + number + " of " + plan.campaign())
                        .build());
        try {
            Promise<RoundReport> report = Async.function(round::run, roundRequest(number));
            return report.get();
        } catch (ChildWorkflowFailure failure) {
            throw Problem.failing(failure);
        } finally {
            round = null;
        }
    }

    private RoundRequest roundRequest(int number) {
        return new RoundRequest(
                plan.campaign(),
                request.fingerprint(),
                number,
                poolOfRound(),
                inputs.shards(),
                plan.stages().stream().map(StagePlace::of).toList(),
                plan.shards().window(),
                plan.shards().heartbeatTimeout(),
                budgetUsd,
                plan.mergeRole(),
                (RoundState) null);
    }

    private long poolOfRound() {
        Long unsolved =
                rounds.isEmpty() ? null : rounds.get(rounds.size() - 1).merge().unsolved();
        return unsolved == null ? inputs.pool() : unsolved;
    }

    private CampaignReport goRound() {
        mended(() -> activities("summary").summarize(closing("running", null)));
        Workflow.await(Workflow::isEveryHandlerFinished);
        CampaignState next = new CampaignState(inputs, rounds, budgetUsd, paused, finishing);
        Workflow.continueAsNew(new CampaignRequest(plan, request.folder(), request.fingerprint(), next));
        throw new IllegalStateException("a run that was handed over goes no further");
    }

    private CampaignReport close(String stopReason) {
        CampaignReport.Paths paths = mended(() -> activities("summary").summarize(closing("finished", stopReason)));
        enter(State.FINISHED);
        Workflow.await(Workflow::isEveryHandlerFinished);
        return new CampaignReport(plan.campaign(), stopReason, inputs, rounds, paths);
    }

    private CloseRequest closing(String standing, String stopReason) {
        return new CloseRequest(plan.campaign(), request.fingerprint(), inputs, rounds, standing, stopReason);
    }

    /** Runs a step; where it fails for something an operator can mend, holds until told to resume and runs it again. */
    private <T> T mended(Supplier<T> step) {
        while (true) {
            try {
                return step.get();
            } catch (ActivityFailure failure) {
                Problem met = Problem.of(failure);
                if (failure.getCause() instanceof CanceledFailure || !met.canBeMended()) {
                    throw Problem.failing(failure);
                }
                roundHolds(met.message());
                Workflow.await(() -> problem == null);
            }
        }
    }

    private CampaignActivities activities(String what) {
        return Workflow.newActivityStub(
                CampaignActivities.class,
                Steps.options(WorkerRole.COMPUTE, plan.shards().heartbeatTimeout(), what));
    }

    private void enter(State next) {
        if (state != next) {
            state = next;
            CampaignBoard.show(plan, progress());
        }
    }

    private int currentRound() {
        return inputs == null ? 0 : Math.min(rounds.size() + 1, plan.rounds().max());
    }

    @Override
    public CampaignProgress progress() {
        return new CampaignProgress(state, problem, currentRound(), rounds, budgetUsd);
    }

    @Override
    public void pause() {
        paused = true;
        enter(State.PAUSED);
        if (round != null) {
            round.pause();
        }
    }

    @Override
    public void validatePause() {
        require(!paused, "the campaign is paused already");
        require(state != State.FINISHED, "the campaign is finished");
    }

    @Override
    public void resume() {
        paused = false;
        problem = null;
        enter(State.RUNNING);
        if (round != null) {
            round.resume();
        }
    }

    @Override
    public void validateResume() {
        require(paused || problem != null, "the campaign is neither paused nor holding");
    }

    @Override
    public void raiseBudget(double usd) {
        budgetUsd = usd;
        if (round != null) {
            round.raiseBudget(usd);
        }
    }

    @Override
    public void validateRaiseBudget(double usd) {
        require(budgetUsd != null, "the campaign has no budget to raise");
        require(usd > budgetUsd, "the budget must be above the present " + budgetUsd + " US dollars, got " + usd);
    }

    @Override
    public void approve() {
        approved = true;
    }

    @Override
    public void validateApprove() {
        require(state == State.AWAITING_APPROVAL, "no round waits for approval");
    }

    @Override
    public void finish() {
        finishing = true;
    }

    @Override
    public void roundHolds(String why) {
        problem = why;
        enter(why == null ? State.RUNNING : State.HOLDING);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
