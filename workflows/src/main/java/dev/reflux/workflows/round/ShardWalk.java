package dev.reflux.workflows.round;

import dev.reflux.workflows.round.RoundState.Parked;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Walks all shards through one leg: a chain of activities for each shard, a bounded number of shards at once, no barrier
 * between stages. A walk that is held back parks its shards between two stages, and a later walk takes them up there.
 */
final class ShardWalk {

    /** Runs one stage over one shard. */
    interface StageRunner {
        Promise<StageReport> run(int stage, int shard);
    }

    private final Leg leg;
    private final int shards;
    private final int window;
    private final StageRunner runner;
    private final Deque<Parked> parked = new ArrayDeque<>();
    private int nextShard;
    private int inFlight;
    private int done;
    private RuntimeException failure;
    private BooleanSupplier heldBack = () -> false;

    ShardWalk(Leg leg, RoundRequest request, RoundState from, StageRunner runner) {
        this.leg = leg;
        this.shards = request.shards();
        this.window = request.window();
        this.runner = runner;
        this.nextShard = from.nextShard();
        this.parked.addAll(from.parked());
        this.done = nextShard - 1 - parked.size();
    }

    /**
     * Walks until every shard is through, or until it is held back and nothing is in flight any more.
     *
     * @throws RuntimeException the first failure of a stage, once nothing is in flight any more
     */
    void walk(BooleanSupplier holdBack) {
        heldBack = () -> failure != null || holdBack.getAsBoolean();
        while (!isThrough()) {
            startWhatFits();
            Workflow.await(() -> inFlight == 0 || (!heldBack.getAsBoolean() && hasWork() && inFlight < window));
            if (inFlight == 0 && heldBack.getAsBoolean()) {
                break;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void startWhatFits() {
        while (!heldBack.getAsBoolean() && hasWork() && inFlight < window) {
            Parked next = parked.isEmpty() ? new Parked(nextShard++, leg.first()) : parked.poll();
            inFlight++;
            pass(next);
        }
    }

    private void pass(Parked at) {
        runner.run(at.stage(), at.shard()).handle((report, failed) -> {
            if (failed != null) {
                failure = failure == null ? failed : failure;
                park(at);
            } else if (at.stage() == leg.last()) {
                inFlight--;
                done++;
            } else {
                goOn(new Parked(at.shard(), at.stage() + 1));
            }
            return null;
        });
    }

    private void goOn(Parked next) {
        if (heldBack.getAsBoolean()) {
            park(next);
        } else {
            pass(next);
        }
    }

    private void park(Parked at) {
        parked.add(at);
        inFlight--;
    }

    private boolean hasWork() {
        return !parked.isEmpty() || nextShard <= shards;
    }

    boolean isThrough() {
        return failure == null && inFlight == 0 && !hasWork();
    }

    int done() {
        return done;
    }

    int nextShard() {
        return nextShard;
    }

    List<Parked> parked() {
        return new ArrayList<>(parked);
    }
}
