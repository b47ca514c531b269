package dev.reflux.activities.dataset.merge.rank;

import dev.reflux.activities.dataset.merge.rank.Ranking.Bin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** How scores are spread, and which of them stay. */
final class ScoreSpread {

    /** Enough to show a shape, few enough to be read. */
    private static final int MOST_BINS = 20;

    private ScoreSpread() {}

    /** @param isKept whether the sample at a place stays */
    static List<Bin> of(Standings standings, IntPredicate isKept) {
        int[] ranked = standings.ranked();
        if (ranked.length == 0) {
            return List.of();
        }
        double lowest = standings.score(ranked[ranked.length - 1]);
        double width = (standings.score(ranked[0]) - lowest) / MOST_BINS;
        int bins = width > 0 ? MOST_BINS : 1;
        long[] samples = new long[bins];
        long[] kept = new long[bins];
        for (int place : ranked) {
            int bin = width > 0 ? (int) Math.min(bins - 1, (standings.score(place) - lowest) / width) : 0;
            samples[bin]++;
            kept[bin] += isKept.test(place) ? 1 : 0;
        }
        List<Bin> spread = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            spread.add(new Bin(lowest + bin * width, lowest + (bin + 1) * width, samples[bin], kept[bin]));
        }
        return spread;
    }
}
