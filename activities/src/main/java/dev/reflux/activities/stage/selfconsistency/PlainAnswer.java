package dev.reflux.activities.stage.selfconsistency;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form in which two final answers are compared: numbers without separators, trailing zeros, currency and unit, other
 * text in lower case without marks around it. Whether two formulas mean the same is not looked into.
 */
final class PlainAnswer {

    /** What stands after a number and changes it, so that it is no unit. */
    private static final String NO_UNIT =
            "(?!(?:hundred|thousand|[mbtr]+illion|dozen|and|or|to|pi|am|pm|a\\.m|p\\.m)\\b)";

    private static final Pattern NUMBER = Pattern.compile("([-+]?)[$€£]?\\s*([-+]?)"
            + "(\\d{1,3}(?:,\\d{3})+|\\d{1,60})?(\\.\\d{1,60})?"
            + "(?:\\s*[%°€£$]|\\s*" + NO_UNIT + "[a-z]{2}[^0-9=+*/^\\\\{}]*)?");

    private static final Pattern ENDS = Pattern.compile("^[\\s*`'\"]+|(?<=[^\\s*`'\".,:;!])[\\s*`'\".,:;!]+$");

    /** Dollars around a formula, or brackets around one thing: those around several mean something. */
    private static final Pattern MARKED = Pattern.compile("^(?:\\$([^$]+)\\$|\\(([^(),]+)\\))$");

    private PlainAnswer() {}

    static String of(String found) {
        String plain = found.replace('−', '-')
                .replaceAll("\\\\(?:text|mathrm|textbf)\\{([^{}]*)\\}", "$1")
                .replaceAll("\\\\[$%,!; ]|\\\\[()\\[\\]]", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
        return number(unmarked(MARKED.matcher(unmarked(plain)).replaceFirst("$1$2")));
    }

    private static String unmarked(String text) {
        return ENDS.matcher(text).replaceAll("");
    }

    private static String number(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches() || (number.group(3) == null && number.group(4) == null)) {
            return text;
        }
        String whole = number.group(3) == null ? "0" : number.group(3).replace(",", "");
        String part = number.group(4) == null ? "" : number.group(4);
        BigDecimal value = new BigDecimal(whole + part);
        boolean negative = "-".equals(number.group(1)) || "-".equals(number.group(2));
        String digits = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        return negative && value.signum() != 0 ? "-" + digits : digits;
    }
}
