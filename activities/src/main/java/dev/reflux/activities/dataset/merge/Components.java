package dev.reflux.activities.dataset.merge;

import java.util.Arrays;

/** Connected components of places, joined pair by pair (union-find with path halving). Safe for many threads. */
public final class Components {

    private final int[] parents;

    /** None connected yet. */
    public Components(int places) {
        this.parents = new int[places];
        Arrays.setAll(parents, place -> place);
    }

    /** The place that stands for a component; another one after a join. */
    public int of(int place) {
        int at = place;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** Only a join moves a place that stands for a component, and only one join at a time: readers halve paths below it. */
    public synchronized void join(int one, int other) {
        parents[of(one)] = of(other);
    }

    /** For each place the one that stands for its component now. */
    public int[] standing() {
        int[] standing = new int[parents.length];
        Arrays.setAll(standing, this::of);
        return standing;
    }
}
