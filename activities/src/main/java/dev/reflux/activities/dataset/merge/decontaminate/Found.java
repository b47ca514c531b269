package dev.reflux.activities.dataset.merge.decontaminate;

import java.util.List;

/**
 * What was found in one sample before anybody judged.
 *
 * @param hits items that it is contaminated by, in order
 * @param suspects neighbours that a judge is to decide on, the nearest first; none where there are hits
 */
record Found(List<Hit> hits, List<Neighbour> suspects) {

    static final Found NOTHING = new Found(List.of(), List.of());

    static Found hits(List<Hit> hits) {
        return new Found(hits, List.of());
    }
}
