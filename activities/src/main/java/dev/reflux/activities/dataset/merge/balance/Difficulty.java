package dev.reflux.activities.dataset.merge.balance;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import java.util.List;

/** Difficulty as a verdict's score, cut into bins. */
public record Difficulty(
        @Key(value = "Name of the verdict.", otherwise = "judge/complexity")
        String by,

        @Key("Scores at which a new bin begins, ascending.") List<Double> bounds) {

    public Difficulty {
        bounds = List.copyOf(bounds);
        boolean ascending = !bounds.isEmpty();
        for (int i = 1; i < bounds.size(); i++) {
            ascending &= bounds.get(i - 1) < bounds.get(i);
        }
        if (!ascending) {
            throw new InvalidSettingException(
                    "bounds", "must be one score or more, ascending", bounds.toString(), "write, say, [2, 4]");
        }
    }

    /** Name of the bin of a score: {@code below-2}, {@code 2-to-4} or {@code from-4}. */
    String bin(double score) {
        String from = null;
        for (double bound : bounds) {
            if (score < bound) {
                return from == null ? "below-" + shown(bound) : from + "-to-" + shown(bound);
            }
            from = shown(bound);
        }
        return "from-" + from;
    }

    private static String shown(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e9
                ? String.valueOf((long) bound)
                : String.valueOf(bound);
    }
}
