package dev.reflux.workflows.round;

import dev.reflux.config.Preparation;
import dev.reflux.config.WorkerRole;
import dev.reflux.workflows.Problem;
import dev.reflux.workflows.Steps;
import dev.reflux.workflows.WorkflowIds;
import dev.reflux.workflows.campaign.CampaignWorkflow;
import dev.reflux.workflows.round.RoundProgress.Phase;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.List;

/** Walks the plan's stages as data: a new stage changes nothing here. */
public final class RoundWorkflowImpl implements RoundWorkflow {

    /**
     * Events after which a run hands over to the next. Draining a full window of 200 shards adds at most six events each,
     * so that no run passes 4,000.
     */
    static final long EVENTS_BEFORE_HANDOVER = 2_000;

    private final RoundRequest request;
    private final List<Leg> legs;
    private final Tallies tallies;
    private final RoundState start;
    private final RoundBoard board;
    private Phase phase = Phase.PREPARING;
    private ShardWalk walk;
    private Double budgetUsd;
    private boolean paused;
    private String problem;
    private boolean lacksBudget;

    @WorkflowInit
    public RoundWorkflowImpl(RoundRequest request) {
        this.request = request;
        this.legs = Leg.of(request.stages());
        this.start =
                request.state() == null ? RoundState.starting(Workflow.currentTimeMillis(), false) : request.state();
        this.tallies = new Tallies(request.stages(), start.tallies());
        this.board = new RoundBoard(request, tallies, legs.get(start.leg()).first());
        this.budgetUsd = request.budgetUsd();
        this.paused = start.paused();
    }

    @Override
    public RoundReport run(RoundRequest sameRequest) {
        board.enter("running");
        Double budgetAtStart = budgetUsd;
        try {
            prepareAtStart();
            for (int leg = start.leg(); leg < legs.size(); leg++) {
                walk(leg);
            }
            return close();
        } catch (ActivityFailure failure) {
            if (failure.getCause() instanceof CanceledFailure) {
                throw failure;
            }
            return holdOrFail(failure, budgetAtStart);
        }
    }

    private void prepareAtStart() {
        if (start.prepared() > 0) {
            return;
        }
        for (int stage = 1; stage <= request.stages().size(); stage++) {
            if (request.stages().get(stage - 1).preparation() == Preparation.AT_ROUND_START) {
                prepare(stage);
            }
        }
    }

    private void prepare(int stage) {
        Workflow.await(() -> !paused);
        tallies.add(runStage(stage, 0).get());
    }

    private void walk(int index) {
        Leg leg = legs.get(index);
        boolean begun = index == start.leg() && start.prepared() > 0;
        StagePlace first = request.stages().get(leg.first() - 1);
        if (first.preparation() == Preparation.AFTER_ALL_SHARDS && !begun) {
            phase = Phase.PREPARING;
            prepare(leg.first());
        }
        phase = Phase.STAGES;
        board.reach(leg.first());
        RoundState from = begun ? start : RoundState.starting(start.startedMillis(), paused);
        walk = new ShardWalk(leg, request, from, this::passShard);
        while (!walk.isThrough()) {
            Workflow.await(() -> !paused);
            walk.walk(() -> paused || isLong());
            if (!walk.isThrough() && isLong()) {
                handOver(new RoundState(
                        start.startedMillis(), 1, index, walk.nextShard(), walk.parked(), tallies.toList(), paused));
            }
        }
    }

    private Promise<StageReport> passShard(int stage, int shard) {
        board.reach(stage);
        return runStage(stage, shard).thenApply(report -> {
            tallies.add(report);
            showProgress();
            return report;
        });
    }

    private Promise<StageReport> runStage(int stage, int shard) {
        StagePlace place = request.stages().get(stage - 1);
        String what = shard == 0 ? "prepare" : "shard " + shard + "/" + request.shards();
        String summary = "round " + request.round() + " · " + what;
        StageRequest stageRequest = new StageRequest(
                request.campaign(), request.planFingerprint(), request.round(), stage, shard, budgetUsd);
        return Workflow.newUntypedActivityStub(Steps.options(place.role(), request.heartbeatTimeout(), summary))
                .executeAsync(place.name(), StageReport.class, stageRequest);
    }

    private RoundReport close() {
        Workflow.await(() -> !paused);
        RoundStep step = new RoundStep(request.campaign(), request.planFingerprint(), request.round(), budgetUsd);
        phase = Phase.MERGING;
        board.reach("merge");
        showProgress();
        MergeReport merge = closing("merge", mergeRole()).merge(step);
        phase = Phase.TRAINING;
        board.reach("train-student");
        showProgress();
        StudentReport student = closing("train student", WorkerRole.COMPUTE).trainStudent(step);
        board.enter("finished");
        return new RoundReport(request.round(), request.input(), tallies.toList(), merge, student, elapsedSeconds());
    }

    private WorkerRole mergeRole() {
        return request.mergeRole() == null ? WorkerRole.COMPUTE : request.mergeRole();
    }

    private RoundActivities closing(String what, WorkerRole role) {
        String summary = "round " + request.round() + " · " + what;
        return Workflow.newActivityStub(
                RoundActivities.class, Steps.options(role, request.heartbeatTimeout(), summary));
    }

    /** Finished shards are recognised by their files, so that starting the round again repeats no work. */
    private RoundReport holdOrFail(ActivityFailure failure, Double budgetAtStart) {
        Problem met = Problem.of(failure);
        if (!met.canBeMended()) {
            throw failure;
        }
        boolean raisedMeanwhile = met.isBudget() && budgetUsd != null && !budgetUsd.equals(budgetAtStart);
        if (!raisedMeanwhile) {
            lacksBudget = met.isBudget();
            hold(met.message());
        }
        handOver(RoundState.starting(start.startedMillis(), paused));
        throw new IllegalStateException("a run that was handed over goes no further");
    }

    private void hold(String why) {
        problem = why;
        board.enter("holding");
        showProgress();
        campaign().roundHolds(why);
        Workflow.await(() -> problem == null);
        campaign().roundHolds(null);
    }

    private CampaignWorkflow campaign() {
        return Workflow.newExternalWorkflowStub(CampaignWorkflow.class, WorkflowIds.campaign(request.campaign()));
    }

    private void handOver(RoundState next) {
        Workflow.await(Workflow::isEveryHandlerFinished);
        Workflow.continueAsNew(request.continuedWith(next, budgetUsd));
    }

    private boolean isLong() {
        return Workflow.getInfo().getHistoryLength() > EVENTS_BEFORE_HANDOVER
                || Workflow.getInfo().isContinueAsNewSuggested();
    }

    private void showProgress() {
        board.show(progress(), elapsedSeconds());
    }

    private double elapsedSeconds() {
        return (Workflow.currentTimeMillis() - start.startedMillis()) / 1000.0;
    }

    @Override
    public RoundProgress progress() {
        int done = walk == null ? 0 : walk.done();
        return new RoundProgress(request.round(), request.shards(), done, phase, tallies.toList(), problem);
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
        problem = null;
    }

    @Override
    public void raiseBudget(double usd) {
        budgetUsd = usd;
        problem = lacksBudget ? null : problem;
    }
}
