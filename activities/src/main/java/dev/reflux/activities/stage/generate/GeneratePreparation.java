package dev.reflux.activities.stage.generate;

/**
 * What the stage finds once a round: how much there is to model new tasks on.
 *
 * @param seeds number of seeds
 * @param earlier tasks that the round before left
 * @param fingerprint tells tasks of other texts apart, so that shards made from others are made anew
 */
record GeneratePreparation(int seeds, int earlier, String fingerprint) {}
