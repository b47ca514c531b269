package dev.reflux.activities.report.markup;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Figures {
    /** Stands where there is no figure. */
    public static final String NONE = "–";

    private static final double SMALL_CHANGE = 0.001;
    private static final MathContext TWO_FIGURES = new MathContext(2);
    private static final int WHOLE_FROM = 100;

    private Figures() {}

    /** {@code 12,345}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A share in [0, 1] as {@code 97.3 %}; a dash where it is null. */
    public static String percent(Double share) {
        return share == null ? NONE : String.format(Locale.ROOT, "%.1f\u00a0%%", share * 100);
    }

    /** The part of a whole as a percentage; a dash where the whole is nothing. */
    public static String percent(long part, long whole) {
        return percent(whole == 0 ? null : Double.valueOf((double) part / whole));
    }

    /** Percentage points with their sign, {@code +1.2}, from a difference of shares. */
    public static String points(double difference) {
        return String.format(Locale.ROOT, "%+.1f\u00a0points", difference * 100);
    }

    /** US dollars: two places, four below one dollar, two figures below a tenth of a cent, {@code $0} for nothing. */
    public static String dollars(double usd) {
        if (usd == 0) {
            return "$0";
        }
        if (usd < SMALL_CHANGE) {
            return "$" + new BigDecimal(usd).round(TWO_FIGURES).toPlainString();
        }
        return String.format(Locale.ROOT, usd < 1 ? "$%,.4f" : "$%,.2f", usd);
    }

    /** Three places, as {@code 0.912}; a dash where it is null. */
    public static String decimal(Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, "%.3f", value);
    }

    /** An average of counts: {@code 0.20}, {@code 16.49}, and whole from a hundred on. */
    public static String average(double value) {
        return String.format(Locale.ROOT, value < WHOLE_FROM ? "%.2f" : "%,.0f", value);
    }

    /** A score without places that say nothing: {@code 4}, {@code 3.5}, {@code 0.667}. */
    public static String score(double value) {
        return new BigDecimal(String.format(Locale.ROOT, "%.3f", value))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** {@code 8.2 s}, {@code 3 min 5 s}, {@code 2 h 10 min}. */
    public static String duration(double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f\u00a0s", seconds);
        }
        Duration whole = Duration.ofSeconds(Math.round(seconds));
        return whole.toHours() == 0
                ? whole.toMinutes() + "\u00a0min " + whole.toSecondsPart() + "\u00a0s"
                : Figures.count(whole.toHours()) + "\u00a0h " + whole.toMinutesPart() + "\u00a0min";
    }

    /** {@code 1 sample}, {@code 2 samples}. */
    public static String of(long count, String noun) {
        return count(count) + "\u00a0" + noun + (count == 1 ? "" : "s");
    }
}
