package dev.reflux.config;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One step over the whole of a round's dataset: its name and its settings, already checked against the step's settings
 * record.
 *
 * @param name the step's name: its key in the file
 * @param settings the settings record as JSON, defaults filled in
 */
public record MergePlan(String name, JsonNode settings) {}
