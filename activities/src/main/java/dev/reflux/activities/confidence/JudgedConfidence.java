package dev.reflux.activities.confidence;

/** A confidence in [0, 1] for a sample whose truth is known, and whether its label was right. */
public record JudgedConfidence(String label, double confidence, boolean correct) {}
