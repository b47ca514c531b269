package dev.reflux.activities.stage.evolve;

import java.util.List;

/**
 * What the search for a method leaves for the shards.
 *
 * @param method the method that is used
 * @param failureRate share in [0, 1] of the development set on which it failed
 * @param development size of the development set; 0 where there was nothing to evolve
 * @param steps failure rates of the methods proposed, step by step; the start method's before them
 */
record MethodFound(String method, double failureRate, int development, List<List<Double>> steps) {

    MethodFound {
        steps = steps.stream().map(List::copyOf).toList();
    }
}
