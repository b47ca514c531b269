package dev.reflux.activities.dataset.merge.decontaminate;

import java.util.List;

/** Looks for benchmark items in a sample: by overlap, and where there is none, by meaning. Safe for many threads. */
final class Matcher {

    private final OverlapFinder overlaps;
    private final Neighbours neighbours;

    /** @param neighbours may be null, where paraphrases are not looked for */
    Matcher(OverlapFinder overlaps, Neighbours neighbours) {
        this.overlaps = overlaps;
        this.neighbours = neighbours;
    }

    /** The items that a sample of these texts is contaminated by, in order. */
    List<Hit> match(List<String> parts) {
        List<Hit> hits = overlaps.find(parts);
        return hits.isEmpty() && neighbours != null ? neighbours.find(parts) : hits;
    }
}
