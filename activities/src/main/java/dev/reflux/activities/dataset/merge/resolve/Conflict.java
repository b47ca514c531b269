package dev.reflux.activities.dataset.merge.resolve;

import dev.reflux.activities.dataset.merge.resolve.ResolveSettings.Keep;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** The samples of one prompt, which do not all say the same. */
final class Conflict {

    /** Means of the same scores may differ by so much in the last digits. */
    private static final double ROUNDING = 1e-9;

    private final Voices voices;
    private final List<Integer> places;

    Conflict(Voices voices, List<Integer> places) {
        this.voices = voices;
        this.places = places;
    }

    /** What it comes to for each of its samples, by their places. */
    Map<Integer, Outcome> resolve(Keep keep, double margin) {
        return switch (keep) {
            case CONFIDENCE -> byConfidence();
            case VOTE -> byVote();
            case PAIR -> paired(margin);
            case REJECT_ALL -> each(place -> Outcome.CONFLICTING);
        };
    }

    private Map<Integer, Outcome> byConfidence() {
        Optional<Integer> best = scored().max(better());
        boolean isClear = best.isPresent()
                && scored().allMatch(place -> agree(place, best.get()) || isAhead(best.get(), place, 0));
        return isClear ? agreeing(best.get(), Outcome.lessConfident(best.get())) : each(place -> Outcome.TIED);
    }

    private Map<Integer, Outcome> byVote() {
        Map<Long, Double> votes = new TreeMap<>();
        // By weight, so that the sum has the same last digits in any order of the samples.
        places.stream()
                .sorted(Comparator.comparingDouble(voices::weight))
                .forEach(place -> votes.merge(voices.said(place), voices.weight(place), Double::sum));
        double most =
                votes.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        List<Long> first = votes.keySet().stream()
                .filter(said -> votes.get(said) > most - ROUNDING)
                .toList();
        if (first.size() > 1) {
            return each(place -> Outcome.TIED);
        }
        int best = places.stream()
                .filter(place -> voices.said(place) == first.get(0))
                .min(Comparator.comparing(voices::id))
                .orElseThrow();
        return agreeing(best, Outcome.outvoted(best));
    }

    private Map<Integer, Outcome> paired(double margin) {
        Optional<Integer> best = scored().max(better());
        Optional<Integer> worst = best.flatMap(
                chosen -> scored().filter(place -> !agree(place, chosen)).min(better()));
        if (worst.isEmpty() || !isAhead(best.get(), worst.get(), margin)) {
            return each(place -> Outcome.TIED);
        }
        int chosen = best.get();
        int rejected = worst.get();
        Map<Integer, Outcome> outcomes = each(place -> Outcome.outscored(chosen));
        outcomes.put(chosen, Outcome.chosenBefore(rejected));
        outcomes.put(rejected, Outcome.paired(chosen));
        return outcomes;
    }

    private Map<Integer, Outcome> agreeing(int best, Outcome otherwise) {
        return each(place -> agree(place, best) ? Outcome.STAYS : otherwise);
    }

    private Map<Integer, Outcome> each(IntFunction<Outcome> outcome) {
        Map<Integer, Outcome> outcomes = new TreeMap<>();
        places.forEach(place -> outcomes.put(place, outcome.apply(place)));
        return outcomes;
    }

    private Stream<Integer> scored() {
        return places.stream().filter(voices::isScored);
    }

    /** By score; of two equal ones the one with the lower id is better. */
    private Comparator<Integer> better() {
        return Comparator.<Integer>comparingDouble(voices::score).thenComparing(voices::id, Comparator.reverseOrder());
    }

    private boolean agree(int one, int other) {
        return voices.said(one) == voices.said(other);
    }

    private boolean isAhead(int one, int other, double margin) {
        double difference = voices.score(one) - voices.score(other);
        return difference > ROUNDING && difference >= margin - ROUNDING;
    }
}
