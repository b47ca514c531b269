package dev.reflux.activities.stage.cotrain;

/**
 * What the preparation of {@code co-train} found.
 *
 * @param temperature calibrates the product of both views
 * @param judgedSeeds seeds it was fitted on; none in the first round
 */
record CoTrainPreparation(double temperature, int judgedSeeds) {}
