package dev.reflux.activities.dataset.merge.deduplicate;

import java.util.Arrays;

/** Connected components of places, joined pair by pair (union-find with path halving). */
final class Components {

    private final int[] parents;

    Components(int places) {
        this.parents = new int[places];
        Arrays.setAll(parents, place -> place);
    }

    /** The place that stands for a component; another one after a join. */
    int of(int place) {
        int at = place;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    void join(int one, int other) {
        parents[of(one)] = of(other);
    }
}
