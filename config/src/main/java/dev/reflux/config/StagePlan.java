package dev.reflux.config;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One stage of a campaign: its name and its settings, already checked against the stage's settings record.
 *
 * @param name the stage's name: its key in the file and its activity type in Temporal
 * @param role which workers may run it
 * @param preparation what must have happened before its first shard
 * @param settings the settings record as JSON, defaults filled in
 */
public record StagePlan(String name, WorkerRole role, Preparation preparation, JsonNode settings) {}
