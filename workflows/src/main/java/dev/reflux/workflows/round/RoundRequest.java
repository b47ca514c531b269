package dev.reflux.workflows.round;

import dev.reflux.config.WorkerRole;
import java.time.Duration;
import java.util.List;

/**
 * Starts a round.
 *
 * @param input samples in the pool
 * @param shards shards the pool was cut into
 * @param window shards in flight at most
 * @param mergeRole which workers merge; null, as older histories have it, means those that compute
 * @param state null at the start; what an earlier run of this workflow hands to the next
 */
public record RoundRequest(
        String campaign,
        String planFingerprint,
        int round,
        long input,
        int shards,
        List<StagePlace> stages,
        int window,
        Duration heartbeatTimeout,
        Double budgetUsd,
        WorkerRole mergeRole,
        RoundState state) {

    public RoundRequest {
        stages = List.copyOf(stages);
    }

    RoundRequest continuedWith(RoundState next, Double budget) {
        return new RoundRequest(
                campaign,
                planFingerprint,
                round,
                input,
                shards,
                stages,
                window,
                heartbeatTimeout,
                budget,
                mergeRole,
                next);
    }
}
