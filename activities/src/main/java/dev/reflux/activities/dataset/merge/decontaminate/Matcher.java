package dev.reflux.activities.dataset.merge.decontaminate;

import java.util.List;

/** Looks for benchmark items in a sample: by overlap, and where there is none, by meaning. Safe for many threads. */
final class Matcher {

    private final OverlapFinder overlaps;
    private final Neighbours neighbours;
    private final double threshold;
    private final boolean isJudged;

    /**
     * @param neighbours may be null, where paraphrases are not looked for
     * @param threshold least cosine of a neighbour
     * @param isJudged whether neighbours are contaminated only if a judge says so
     */
    Matcher(OverlapFinder overlaps, Neighbours neighbours, double threshold, boolean isJudged) {
        this.overlaps = overlaps;
        this.neighbours = neighbours;
        this.threshold = threshold;
        this.isJudged = isJudged;
    }

    /** What is found in a sample of these texts. */
    Found match(List<String> parts) {
        List<Hit> hits = overlaps.find(parts);
        if (!hits.isEmpty() || neighbours == null) {
            return Found.hits(hits);
        }
        List<Neighbour> near = neighbours.of(parts).stream()
                .filter(neighbour -> neighbour.cosine() >= threshold)
                .toList();
        if (near.isEmpty()) {
            return Found.NOTHING;
        }
        return isJudged
                ? new Found(List.of(), near)
                : Found.hits(List.of(near.get(0).hit(Hit.By.EMBEDDING)));
    }
}
