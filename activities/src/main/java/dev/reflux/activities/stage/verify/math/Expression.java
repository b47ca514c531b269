package dev.reflux.activities.stage.verify.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A final answer as it is compared: a number with or without unit, a tuple or interval in its order, a set or a list of
 * solutions in any order, or an algebraic text, whose summands may be in any order. A variable before it ({@code x =}) counts
 * only where both sides name one.
 */
final class Expression {

    private static final Pattern NAMED = Pattern.compile("([a-zA-Z])\\s*(?:=|∈)\\s*(?=\\S)(?<said>[^=]+)");
    private static final Pattern CONJUNCTION = Pattern.compile("(?<=[\\w)}])\\s*,?\\s+(?:and|or)\\s+");
    private static final Pattern GROUPED =
            Pattern.compile("[-+]?[€£]?\\s*\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?:[^\\d,].*)?");
    private static final Pattern CHOICE = Pattern.compile("\\(([A-Za-z])\\)");
    private static final Pattern BARE_FRACTION = Pattern.compile("\\((-?\\w+|π)\\)/\\((\\w+|π)\\)");
    private static final Pattern BARE_POWER = Pattern.compile("([\\^_])[{(](\\w+)[})]");

    private final String variable;
    private final String text;

    private Expression(String variable, String text) {
        this.variable = variable;
        this.text = text;
    }

    static Expression of(String written) {
        String plain = Latex.plain(written);
        Matcher named = NAMED.matcher(plain);
        return named.matches()
                ? new Expression(named.group(1), named.group("said").strip())
                : new Expression(null, plain);
    }

    boolean isEqualTo(Expression other) {
        if (variable != null && other.variable != null && !variable.equals(other.variable)) {
            return false;
        }
        return isEqual(text, other.text);
    }

    private static boolean isEqual(String one, String other) {
        Quantity number = Quantity.parse(one);
        Quantity otherNumber = Quantity.parse(other);
        if (number != null && otherNumber != null) {
            return number.isEqualTo(otherNumber);
        }
        for (char separator : new char[] {'∪', ','}) {
            List<String> parts = alternatives(one, separator);
            List<String> otherParts = alternatives(other, separator);
            if (parts.size() > 1 || otherParts.size() > 1) {
                return haveTheSame(parts, otherParts);
            }
        }
        return isEnclosed(one) && isEnclosed(other)
                ? areEqualInBrackets(one, other)
                : canonical(one).equals(canonical(other));
    }

    /** Solutions side by side, and both signs of a ±; one where the text is a single value. */
    private static List<String> alternatives(String text, char separator) {
        String joined = separator == ',' ? CONJUNCTION.matcher(text).replaceAll(", ") : text;
        List<String> parts = new ArrayList<>();
        for (String part : parts(joined, separator)) {
            String stripped = part.strip();
            if (separator == ',' && stripped.indexOf('±') >= 0 && !isEnclosed(stripped)) {
                parts.add(stripped.replace('±', '+'));
                parts.add(stripped.replace('±', '-'));
            } else {
                parts.add(stripped);
            }
        }
        return parts;
    }

    private static List<String> parts(String text, char separator) {
        if (separator == ',' && GROUPED.matcher(text).matches()) {
            return List.of(text);
        }
        boolean set = separator == ',' && text.startsWith("⦃") && Braces.encloses(text);
        return Braces.split(set ? inner(text) : text, separator);
    }

    private static boolean isEnclosed(String text) {
        return Braces.encloses(text)
                && (text.startsWith("⟦") || Braces.split(inner(text), ',').size() > 1);
    }

    private static String inner(String text) {
        return text.substring(1, text.length() - 1);
    }

    private static boolean areEqualInBrackets(String one, String other) {
        if (one.charAt(0) != other.charAt(0) || one.charAt(one.length() - 1) != other.charAt(other.length() - 1)) {
            return false;
        }
        return one.startsWith("⟦")
                ? areEqualInTurn(cells(one), cells(other))
                : areEqualInTurn(Braces.split(inner(one), ','), Braces.split(inner(other), ','));
    }

    private static List<String> cells(String matrix) {
        return List.of(inner(matrix).split("(?=[&⏎])|(?<=[&⏎])"));
    }

    private static boolean areEqualInTurn(List<String> some, List<String> others) {
        boolean equal = some.size() == others.size();
        for (int i = 0; equal && i < some.size(); i++) {
            equal = isEqual(some.get(i).strip(), others.get(i).strip());
        }
        return equal;
    }

    private static boolean haveTheSame(List<String> some, List<String> others) {
        return some.stream().allMatch(one -> others.stream().anyMatch(other -> isEqual(one, other)))
                && others.stream().allMatch(other -> some.stream().anyMatch(one -> isEqual(one, other)));
    }

    /** Words in lower case, single letters as they are; summands sorted; no spaces, no sign of multiplication. */
    private static String canonical(String text) {
        Matcher choice = CHOICE.matcher(text);
        String bare = choice.matches() ? choice.group(1) : text;
        String folded = bare.matches("[\\p{L}\\s'.-]{2,}") ? bare.toLowerCase(Locale.ROOT) : bare;
        String tight = folded.replaceAll("[\\s*]+", "");
        tight = BARE_FRACTION.matcher(tight).replaceAll("$1/$2");
        tight = BARE_POWER.matcher(tight).replaceAll("$1$2");
        List<String> summands = new ArrayList<>();
        for (String plus : Braces.split(tight, '+')) {
            List<String> minus = Braces.split(plus, '-');
            for (int i = 0; i < minus.size(); i++) {
                if (!minus.get(i).isEmpty()) {
                    summands.add((i == 0 ? "+" : "-") + minus.get(i));
                }
            }
        }
        summands.sort(null);
        return String.join("", summands);
    }
}
