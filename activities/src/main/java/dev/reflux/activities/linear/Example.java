package dev.reflux.activities.linear;

/**
 * What a classifier learns from.
 *
 * @param label index of its label
 * @param weight how much it counts beside an example of weight 1
 */
public record Example(FeatureVector features, int label, double weight) {}
