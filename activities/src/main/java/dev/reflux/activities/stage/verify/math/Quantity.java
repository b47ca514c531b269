package dev.reflux.activities.stage.verify.math;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number, exact, with what it counts.
 *
 * <p>A decimal stands for a fraction that has no end if it is that fraction rounded to at least three places; other
 * numbers are equal or not. A unit, the first word after the number, counts only where both sides bear one. A percentage equals the same number without its
 * sign, and a hundredth of it.
 *
 * @param numerator over {@code denominator}, which is 1 for an integer or a decimal
 * @param unit lower case, singular; null where there is none
 * @param percent true where it bears a percent sign
 */
record Quantity(BigDecimal numerator, BigDecimal denominator, String unit, boolean percent) {

    private static final int LEAST_PLACES = 3;
    /** Beyond it a power is not a number that anyone writes out. */
    private static final int GREATEST_POWER = 400;

    private static final String DECIMAL = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?|\\.\\d+";
    private static final Pattern NUMBER = Pattern.compile(
            "(?<sign>[-+]?)\\s*[€£]?\\s*(?:"
                    + "(?<whole>\\d+)[ ]+\\(?(?<above>\\d+)\\)?/\\(?(?<below>\\d+)\\)?"
                    + "|\\(?(?<minus>-?)(?<numerator>" + DECIMAL + ")\\)?\\s*/\\s*\\(?(?<denominator>" + DECIMAL
                    + ")\\)?"
                    + "|(?<mantissa>" + DECIMAL + ")\\s*(?:e|\\*\\s*10\\s*\\^)\\s*\\{?(?<exponent>[-+]?\\d{1,3})}?"
                    + "|10\\s*\\^\\s*\\{?(?<power>[-+]?\\d{1,3})}?"
                    + "|(?<plain>" + DECIMAL + "))(?<rest>.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT = Pattern.compile(
            "(?:\\s+[a-zA-Z][a-zA-Z.'/²³-]*(?:\\s*\\^\\s*\\{?[23]}?)?){1,8}|\\s*(?:cm|mm|km|kg|mg|ml|lb|lbs|mph|°|€|£)(?:\\s*\\^\\s*[23])?");
    private static final Set<String> SINGLE_LETTER_UNITS = Set.of("m", "g", "s", "h", "l");
    private static final Set<String> NO_UNITS =
            Set.of("pi", "sqrt", "sin", "cos", "tan", "cot", "log", "ln", "infinity", "and", "or", "to", "mod");

    /** The number that plain text is; null where it is none, or more than one. */
    static Quantity parse(String plain) {
        Matcher number = NUMBER.matcher(plain.strip());
        if (!number.matches()) {
            return null;
        }
        String rest = number.group("rest");
        boolean percent = rest.strip().startsWith("%") || rest.strip().matches("(?i)percent(age points?)?\\b.*");
        if (percent) {
            rest = rest.strip().replaceFirst("(?i)^(%|percent(age points?)?)", "");
        }
        if (!rest.isBlank() && !isUnit(rest)) {
            return null;
        }
        BigDecimal[] value = value(number);
        BigDecimal above = "-".equals(number.group("sign")) ? value[0].negate() : value[0];
        return value[1].signum() == 0
                ? null
                : new Quantity(above, value[1], rest.isBlank() ? null : singular(rest), percent);
    }

    private static BigDecimal[] value(Matcher number) {
        if (number.group("whole") != null) {
            BigDecimal below = decimal(number.group("below"));
            return new BigDecimal[] {
                decimal(number.group("whole")).multiply(below).add(decimal(number.group("above"))), below
            };
        } else if (number.group("numerator") != null) {
            BigDecimal above = decimal(number.group("numerator"));
            return new BigDecimal[] {
                number.group("minus").isEmpty() ? above : above.negate(), decimal(number.group("denominator"))
            };
        } else if (number.group("mantissa") != null) {
            return new BigDecimal[] {
                decimal(number.group("mantissa")).multiply(power(number.group("exponent"))), BigDecimal.ONE
            };
        } else if (number.group("power") != null) {
            return new BigDecimal[] {power(number.group("power")), BigDecimal.ONE};
        }
        return new BigDecimal[] {decimal(number.group("plain")), BigDecimal.ONE};
    }

    private static BigDecimal decimal(String digits) {
        return new BigDecimal(digits.replaceAll("[,\\s]", ""));
    }

    private static BigDecimal power(String exponent) {
        int power = Math.max(-GREATEST_POWER, Math.min(GREATEST_POWER, Integer.parseInt(exponent)));
        return BigDecimal.ONE.scaleByPowerOfTen(power);
    }

    private static boolean isUnit(String rest) {
        if (!UNIT.matcher(rest).matches()) {
            return false;
        }
        String first = rest.strip().split("[\\s^]")[0];
        return !NO_UNITS.contains(first.toLowerCase(Locale.ROOT))
                && (first.length() > 1 || SINGLE_LETTER_UNITS.contains(first) || "°€£".contains(first));
    }

    private static String singular(String unit) {
        String first = unit.strip().replaceAll("\\s*\\^\\s*", "^").split("\\s+")[0];
        String folded = first.toLowerCase(Locale.ROOT).replaceAll("[{}.]+", "");
        return folded.length() > 2 ? folded.replaceFirst("(es|s|e)$", "") : folded;
    }

    boolean isEqualTo(Quantity other) {
        if (unit != null && other.unit != null && !unit.equals(other.unit)) {
            return false;
        }
        if (hasValueOf(other)) {
            return true;
        }
        return percent != other.percent && (percent ? hundredth().hasValueOf(other) : hasValueOf(other.hundredth()));
    }

    private Quantity hundredth() {
        return new Quantity(numerator, denominator.movePointRight(2), unit, false);
    }

    private boolean hasValueOf(Quantity other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator)) == 0
                || rounds(other)
                || other.rounds(this);
    }

    /** True if this is a decimal and the other a fraction without end that it is the rounding of. */
    private boolean rounds(Quantity other) {
        if (denominator.compareTo(BigDecimal.ONE) != 0 || numerator.scale() < LEAST_PLACES || other.isDecimal()) {
            return false;
        }
        return other.numerator
                        .divide(other.denominator, numerator.scale(), RoundingMode.HALF_UP)
                        .compareTo(numerator)
                == 0;
    }

    private boolean isDecimal() {
        try {
            return numerator.divide(denominator).scale() < Integer.MAX_VALUE;
        } catch (ArithmeticException endless) {
            // The only way BigDecimal has of telling that a quotient has no end.
            return false;
        }
    }
}
