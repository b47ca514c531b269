package dev.reflux.activities.template.python;

import java.math.BigDecimal;
import java.math.MathContext;

/** How Python writes a text between quotes and a float. */
final class Notation {

    private static final int SIGNIFICANT_DIGITS = 17;
    private static final int FIRST_WITH_EXPONENT = 16;
    private static final int LAST_WITH_EXPONENT = -5;

    private Notation() {}

    static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder written = new StringBuilder(text.length() + 2).append(quote);
        text.codePoints().forEach(point -> write(point, quote, written));
        return written.append(quote).toString();
    }

    private static void write(int point, char quote, StringBuilder to) {
        switch (point) {
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            case '\\' -> to.append("\\\\");
            default -> {
                if (point == quote) {
                    to.append('\\').append(quote);
                } else if (isPrintable(point)) {
                    to.appendCodePoint(point);
                } else {
                    to.append(escaped(point));
                }
            }
        }
    }

    private static String escaped(int point) {
        if (point <= 0xff) {
            return String.format("\\x%02x", point);
        }
        return point <= 0xffff ? String.format("\\u%04x", point) : String.format("\\U%08x", point);
    }

    private static boolean isPrintable(int point) {
        if (point == ' ') {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    /** The fewest digits that are read as the same float, with an exponent from 1e16 up and below 1e-4. */
    static String shortest(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal digits = fewest(value).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= FIRST_WITH_EXPONENT || exponent <= LAST_WITH_EXPONENT) {
            return withExponent(digits, exponent);
        }
        String plain = digits.toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    private static BigDecimal fewest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int precision = 1; precision < SIGNIFICANT_DIGITS; precision++) {
            BigDecimal rounded = exact.round(new MathContext(precision));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return exact.round(new MathContext(SIGNIFICANT_DIGITS));
    }

    private static String withExponent(BigDecimal digits, int exponent) {
        String all = digits.unscaledValue().abs().toString();
        String mantissa = all.length() == 1 ? all : all.charAt(0) + "." + all.substring(1);
        String sign = digits.signum() < 0 ? "-" : "";
        return sign + mantissa + (exponent < 0 ? "e-" : "e+") + String.format("%02d", Math.abs(exponent));
    }
}
