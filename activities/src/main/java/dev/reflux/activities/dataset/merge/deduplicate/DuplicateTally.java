package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.dataset.merge.deduplicate.Duplicates.Cluster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Sums up what was found to be a duplicate of what. */
final class DuplicateTally {

    private final Contenders contenders;
    private final int[] survivors;
    private final List<String> reasons;
    private final IntFunction<String> reasonOf;

    /**
     * @param survivors for each place that of the sample that stays of its component
     * @param reasons that samples may go for, the closest first
     * @param reasonOf why the sample at a place goes
     */
    DuplicateTally(Contenders contenders, int[] survivors, List<String> reasons, IntFunction<String> reasonOf) {
        this.contenders = contenders;
        this.survivors = survivors;
        this.reasons = List.copyOf(reasons);
        this.reasonOf = reasonOf;
    }

    /** @param earlier how many places, from 0, are of samples of an earlier round */
    Duplicates summed(int earlier) {
        Map<String, Long> counts = new TreeMap<>();
        reasons.forEach(reason -> counts.put(reason, 0L));
        gone().forEach(place -> counts.merge(reasonOf.apply(place), 1L, Long::sum));
        int[] sizes = new int[survivors.length];
        IntStream.of(survivors).forEach(survivor -> sizes[survivor]++);
        return new Duplicates(
                survivors.length,
                survivors.length - gone().count(),
                counts,
                earlier,
                gone().filter(place -> place >= earlier && survivors[place] < earlier)
                        .count(),
                gone().filter(place -> place < earlier && survivors[place] >= earlier)
                        .count(),
                IntStream.of(sizes).filter(size -> size > 1).count(),
                largest(sizes));
    }

    private IntStream gone() {
        return IntStream.range(0, survivors.length).filter(place -> survivors[place] != place);
    }

    private List<Cluster> largest(int[] sizes) {
        int[] places = IntStream.range(0, sizes.length)
                .filter(place -> sizes[place] > 1)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(place -> -sizes[place]).thenComparing(contenders::id))
                .limit(Duplicates.MOST_LISTED)
                .mapToInt(Integer::intValue)
                .toArray();
        Map<Integer, List<Integer>> members = new TreeMap<>();
        IntStream.of(places).forEach(place -> members.put(place, new ArrayList<>()));
        gone().filter(place -> members.containsKey(survivors[place]))
                .forEach(place -> members.get(survivors[place]).add(place));
        return IntStream.of(places)
                .mapToObj(place -> cluster(place, members.get(place)))
                .toList();
    }

    private Cluster cluster(int survivor, List<Integer> gone) {
        Map<String, Long> counts = new TreeMap<>();
        gone.forEach(place -> counts.merge(reasonOf.apply(place), 1L, Long::sum));
        int farthest = gone.stream()
                .min(Comparator.<Integer>comparingInt(place -> -reasons.indexOf(reasonOf.apply(place)))
                        .thenComparing(contenders::id))
                .orElseThrow();
        return new Cluster(contenders.id(survivor), gone.size() + 1, counts, contenders.id(farthest));
    }
}
