package dev.reflux.workflows.round;

/** Names one round for the activities that close it. */
public record RoundStep(String campaign, String planFingerprint, int round, Double budgetUsd) {}
