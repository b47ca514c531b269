package dev.reflux.activities.dataset.merge.split;

import dev.reflux.config.Split;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many samples of each stratum a part may have. A share is taken of each stratum; a number is given out among them in
 * proportion to their sizes, the largest remainders first (Hamilton's method), so that all of them together have that number.
 */
final class Room {

    private final Map<Split, Map<String, Long>> left = new TreeMap<>();

    /**
     * @param order in which parts take their samples
     * @param sizes samples of each stratum; more in all than the numbers ask for
     */
    Room(SplitSettings settings, List<Split> order, Map<String, Long> sizes) {
        Map<String, Long> free = new TreeMap<>(sizes);
        for (Split part : order) {
            Map<String, Long> room = settings.isShare(part)
                    ? shares(settings.size(part), sizes)
                    : apportioned((long) settings.size(part), free);
            room.forEach((stratum, samples) -> free.merge(stratum, -samples, Long::sum));
            left.put(part, room);
        }
    }

    boolean holds(Split part, String stratum, long samples) {
        return left.get(part).get(stratum) >= samples;
    }

    /** Notes that a part has taken samples; training has no bounds. */
    void take(Split part, String stratum, long samples) {
        if (left.containsKey(part)) {
            left.get(part).merge(stratum, -samples, Long::sum);
        }
    }

    private static Map<String, Long> shares(double share, Map<String, Long> sizes) {
        Map<String, Long> shares = new TreeMap<>();
        sizes.forEach((stratum, size) -> shares.put(stratum, Math.round(share * size)));
        return shares;
    }

    private static Map<String, Long> apportioned(long number, Map<String, Long> sizes) {
        long all = sizes.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> given = new TreeMap<>();
        Map<String, Long> remainders = new TreeMap<>();
        sizes.forEach((stratum, size) -> {
            given.put(stratum, number * size / all);
            remainders.put(stratum, number * size % all);
        });
        long over = number - given.values().stream().mapToLong(Long::longValue).sum();
        List<String> largestFirst = remainders.keySet().stream()
                .sorted(Comparator.<String>comparingLong(remainders::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(over)
                .toList();
        largestFirst.forEach(stratum -> given.merge(stratum, 1L, Long::sum));
        return given;
    }
}
