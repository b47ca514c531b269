package dev.reflux.activities.stage.selfconsistency;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the answers of a sample voted.
 *
 * @param ballots final answer of each answer, in their order; empty where it could not be read
 * @param counts votes for each final answer
 */
record Vote(List<Optional<String>> ballots, TreeMap<String, Integer> counts) {

    static Vote of(List<Optional<String>> ballots) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        ballots.stream().flatMap(Optional::stream).forEach(ballot -> counts.merge(ballot, 1, Integer::sum));
        return new Vote(List.copyOf(ballots), counts);
    }

    /** Votes that could be read. */
    int cast() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The final answer with the most votes; empty where two have as many, or there is none. */
    Optional<String> winner() {
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<String> leaders = counts.entrySet().stream()
                .filter(count -> count.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return leaders.size() == 1 ? Optional.of(leaders.get(0)) : Optional.empty();
    }

    /** Share of the votes that could be read, in [0, 1]. */
    double share(String answer) {
        return (double) counts.get(answer) / cast();
    }
}
