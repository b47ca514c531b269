package dev.reflux.worker.progress;

import dev.reflux.worker.dataset.Frequencies;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How figures are written, the same in every locale. */
final class Figures {
    private static final int FRACTIONS_OF_A_CENT_BELOW = 1;

    private Figures() {}

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A large number to three digits: {@code 950}, {@code 12.3k}, {@code 4.56M}. */
    static String rounded(double number) {
        if (number < 1_000) {
            return String.format(Locale.ROOT, "%.0f", number);
        }
        return number < 1e6
                ? String.format(Locale.ROOT, "%.1fk", number / 1e3)
                : String.format(Locale.ROOT, "%,.2fM", number / 1e6);
    }

    /** A share in [0, 1] with three decimals; a dash where there is none. */
    static String share(Double share) {
        return share == null ? "–" : String.format(Locale.ROOT, "%.3f", share);
    }

    static String usd(double usd) {
        return String.format(Locale.ROOT, usd < FRACTIONS_OF_A_CENT_BELOW ? "$%.4f" : "$%,.2f", usd);
    }

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%.1f", perSecond);
    }

    /** As on a stopwatch: {@code 00:41}, {@code 1:02:03}. */
    static String clock(long millis) {
        long seconds = millis / 1000;
        return seconds < 3600
                ? String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** As people say it: {@code 45 s}, {@code 12 min}, {@code 3 h 20 min}. */
    static String about(Duration duration) {
        if (duration.toSeconds() < 100) {
            return Math.max(1, duration.toSeconds()) + " s";
        }
        long minutes = Math.round(duration.toSeconds() / 60.0);
        return minutes < 100 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** Reasons with their counts, most frequent first. */
    static String reasons(Map<String, Long> rejected) {
        return Frequencies.sorted(rejected).entrySet().stream()
                .map(reason -> reason.getKey() + " " + count(reason.getValue()))
                .collect(Collectors.joining(", "));
    }
}
