package dev.reflux.workflows.round;

/**
 * What a trained student can do, measured on the holdout.
 *
 * @param trainedOn samples it was trained on, seeds included
 * @param holdoutAccuracy share of holdout samples labelled right
 * @param holdoutMacroF1 F1 averaged over labels, each counting the same
 * @param calibrationError expected calibration error over 15 equal-width bins
 */
public record StudentReport(long trainedOn, double holdoutAccuracy, double holdoutMacroF1, double calibrationError) {}
