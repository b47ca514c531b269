package dev.reflux.activities.layout;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Counts rows that lost something, by kind. */
public final class Losses {
    private final Map<Loss, Long> rows = new EnumMap<>(Loss.class);

    void add(Set<Loss> ofRow) {
        ofRow.forEach(loss -> rows.merge(loss, 1L, Long::sum));
    }

    static Set<Loss> none() {
        return EnumSet.noneOf(Loss.class);
    }

    /** Rows by the word of what they lost, in the order of {@link Loss}; empty where nothing was lost. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        rows.forEach((loss, count) -> counts.put(loss.word(), count));
        return counts;
    }
}
