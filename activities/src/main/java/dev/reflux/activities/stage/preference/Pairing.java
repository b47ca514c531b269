package dev.reflux.activities.stage.preference;

import dev.reflux.activities.shard.SampleId;
import dev.reflux.activities.stage.preference.PreferenceSettings.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The pairs that may be made of rated answers, the greatest differences first; those of the same difference in the order of
 * the answers.
 *
 * @param pairs those that may be made
 * @param reason why there is none; null where there is one
 */
record Pairing(List<Pair> pairs, String reason) {

    static final String NO_PAIR = "no-pair";
    static final String TIED = "tied";
    static final String IDENTICAL = "identical";

    Pairing {
        pairs = List.copyOf(pairs);
    }

    static Pairing of(List<Rated> answers, PreferenceSettings settings) {
        List<Pair> clear = new ArrayList<>();
        for (Rated chosen : answers) {
            for (Rated rejected : answers) {
                Pair pair = new Pair(chosen, rejected);
                if (pair.isClear(settings.margin())) {
                    clear.add(pair);
                }
            }
        }
        List<Pair> pairs = clear.stream()
                .filter(pair -> !pair.isIdentical())
                .sorted(Comparator.comparingDouble(Pair::difference).reversed())
                .toList();
        return new Pairing(pairs, pairs.isEmpty() ? why(answers, clear, settings) : null);
    }

    private static String why(List<Rated> answers, List<Pair> clear, PreferenceSettings settings) {
        if (!clear.isEmpty()) {
            return IDENTICAL;
        }
        return answers.size() > 1 && settings.from() == Source.SCORE ? TIED : NO_PAIR;
    }

    /**
     * The pairs that are made, one at least where there is any.
     *
     * @param seed decides what is drawn
     */
    List<Pair> by(PreferenceSettings settings, String seed) {
        if (pairs.isEmpty()) {
            return pairs;
        }
        return switch (settings.strategy()) {
            case BEST_WORST -> pairs.subList(0, 1);
            case BEST_RANDOM -> List.of(drawn(seed));
            case ALL -> pairs.subList(0, Math.min(settings.most(), pairs.size()));
        };
    }

    private Pair drawn(String seed) {
        double best =
                pairs.stream().mapToDouble(pair -> pair.chosen().value()).max().orElseThrow();
        Rated chosen = pairs.stream()
                .map(Pair::chosen)
                .filter(rated -> rated.value() == best)
                .findFirst()
                .orElseThrow();
        List<Pair> its = pairs.stream().filter(pair -> pair.chosen() == chosen).toList();
        long number = Long.parseUnsignedLong(SampleId.of("preference", seed), 16);
        return its.get((int) Long.remainderUnsigned(number, its.size()));
    }
}
