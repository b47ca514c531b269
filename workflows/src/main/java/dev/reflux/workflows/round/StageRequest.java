package dev.reflux.workflows.round;

/**
 * Asks for one stage over one shard, or for its preparation.
 *
 * @param campaign name of the campaign; its plan lies in the workspace
 * @param planFingerprint SHA-256 of that plan, so that a worker never mixes two plans of one name
 * @param round round number, from 1
 * @param stage position of the stage in the plan, from 1
 * @param shard shard number, from 1; 0 asks for the stage's preparation
 * @param budgetUsd what the campaign may cost in all, or null where there is no limit
 */
public record StageRequest(
        String campaign, String planFingerprint, int round, int stage, int shard, Double budgetUsd) {}
