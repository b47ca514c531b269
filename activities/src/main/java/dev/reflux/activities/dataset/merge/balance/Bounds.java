package dev.reflux.activities.dataset.merge.balance;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/**
 * How many samples each group may keep. Each bound is found in what the one before it left, in an order in which all of them
 * still hold at the end: balanced groups are as large as they may be.
 */
final class Bounds {

    /** A share such as 0.1 is no binary number. */
    private static final double ROUNDING = 1e-9;

    private final Map<String, Long> kept;
    private final Map<String, Long> most = new TreeMap<>();

    private Bounds(Map<String, Long> sizes) {
        this.kept = new TreeMap<>(sizes);
    }

    /** @param sizes samples of each group, none of them empty */
    static Bounds of(BalanceSettings settings, Map<String, Long> sizes) {
        Bounds bounds = new Bounds(sizes);
        bounds.absolute(settings);
        if (settings.toSmallest() != null) {
            bounds.toSmallest(settings.toSmallest());
        }
        if (settings.share() != null) {
            bounds.share(settings.share());
        }
        return bounds;
    }

    /** Samples that a group keeps. */
    long kept(String group) {
        return kept.get(group);
    }

    /** The tightest of its bounds; null where it has none. */
    Long most(String group) {
        return most.get(group);
    }

    private void absolute(BalanceSettings settings) {
        if (settings.most() != null) {
            kept.keySet().stream()
                    .filter(name -> !isNamed(settings, name))
                    .forEach(name -> bound(name, settings.most()));
        }
        for (Quota quota : settings.quotas()) {
            if (kept.containsKey(quota.name())) {
                bound(quota.name(), quota.samples());
            }
        }
    }

    private static boolean isNamed(BalanceSettings settings, String name) {
        return settings.quotas().stream().anyMatch(quota -> quota.name().equals(name));
    }

    private void toSmallest(double factor) {
        long greatest = (long) (smallest() * factor + ROUNDING);
        kept.keySet().forEach(name -> bound(name, greatest));
    }

    /**
     * Lowers the largest groups to the greatest bound that is the share of what is left. Where there are too few groups for
     * the share, they come to be equal: no less can be asked of them.
     */
    private void share(double share) {
        long groups = kept.values().stream().filter(size -> size > 0).count();
        double reachable = Math.max(share, 1.0 / Math.max(1, groups));
        long fits = smallest();
        long tooMany = largest(kept.values()) + 1;
        LongUnaryOperator left = bound ->
                kept.values().stream().mapToLong(size -> Math.min(size, bound)).sum();
        while (tooMany - fits > 1) {
            long middle = fits + (tooMany - fits) / 2;
            if (middle <= reachable * left.applyAsLong(middle) + ROUNDING) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        long greatest = fits;
        kept.keySet().forEach(name -> bound(name, greatest));
    }

    private void bound(String group, long greatest) {
        kept.computeIfPresent(group, (name, size) -> Math.min(size, greatest));
        most.merge(group, greatest, Long::min);
    }

    private long smallest() {
        return kept.values().stream()
                .mapToLong(Long::longValue)
                .filter(size -> size > 0)
                .min()
                .orElse(0);
    }

    private static long largest(Collection<Long> sizes) {
        return sizes.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
