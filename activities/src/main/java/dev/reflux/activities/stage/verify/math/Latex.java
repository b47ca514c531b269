package dev.reflux.activities.stage.verify.math;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites LaTeX and loose notation into one plain form: fractions as {@code (a)/(b)}, roots as {@code sqrt(a)}, no spacing
 * commands, no delimiters. Words of {@code \text{…}} stay, set off by a space.
 */
final class Latex {

    private static final Pattern WORDS =
            Pattern.compile("\\\\(?:text(?:bf|it|rm|normal)?|mbox|mathrm|mathbf|operatorname)\\s*\\{([^{}]*)}");
    private static final Pattern SPACING =
            Pattern.compile("\\\\(?:[,;:! ]|quad|qquad|displaystyle|left|right|[bB]igg?[lr]?(?![a-z]))|~");
    private static final Pattern THOUSANDS_IN_BRACES = Pattern.compile("(?<=\\d)\\{,}(?=\\d{3})");
    private static final Pattern GROUPING = Pattern.compile(",\\\\!\\s*");
    private static final Pattern DEGREES = Pattern.compile("\\^\\{?\\\\circ}?|°|\\\\degree");
    private static final Pattern ONE_IN_BRACES = Pattern.compile("([\\^_])\\{(\\w)}");
    private static final Pattern MATRIX = Pattern.compile("\\\\(begin|end)\\{[bpvBV]?matrix}");
    private static final Pattern OPERAND = Pattern.compile("\\s*(?:\\{|(\\\\[a-z]+|\\w))");

    private Latex() {}

    static String plain(String math) {
        String plain = GROUPING.matcher(math.replace("\\\\", " ⏎ "))
                .replaceAll(",")
                .replace("\\!", "")
                .replace("\\$", "")
                .replace("$", "")
                .replace("\\(", "")
                .replace("\\)", "")
                .replace("\\%", "%")
                .replace("\\{", "⦃")
                .replace("\\}", "⦄")
                .replace('−', '-')
                .replace("–", "-")
                .replace("\\dfrac", "\\frac")
                .replace("\\tfrac", "\\frac")
                .replace("\\cfrac", "\\frac");
        plain = THOUSANDS_IN_BRACES.matcher(plain).replaceAll(",");
        plain = WORDS.matcher(plain).replaceAll(" $1 ");
        plain = DEGREES.matcher(plain).replaceAll(" degrees ");
        plain = MATRIX.matcher(plain).replaceAll(found -> "begin".equals(found.group(1)) ? "⟦" : "⟧");
        plain = SPACING.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(spacing(found.group())));
        plain = signs(plain);
        plain = ONE_IN_BRACES.matcher(plain).replaceAll("$1$2");
        String tidy = roots(fractions(plain)).replaceAll("\\s+", " ").strip();
        return tidy.startsWith("{") && Braces.encloses(tidy) ? "⦃" + tidy.substring(1, tidy.length() - 1) + "⦄" : tidy;
    }

    private static String spacing(String command) {
        return command.startsWith("\\left") || command.startsWith("\\right") || command.startsWith("\\b") ? "" : " ";
    }

    private static String signs(String math) {
        return math.replace("\\cdot", "*")
                .replace("\\times", "*")
                .replace("×", "*")
                .replace("·", "*")
                .replace("\\infty", "infinity")
                .replace("∞", "infinity")
                .replace("\\pi", "π")
                .replace("\\pm", "±")
                .replace("\\cup", "∪")
                .replace("\\in ", "∈")
                .replace("\\le ", "≤")
                .replace("\\leq", "≤")
                .replace("\\ge ", "≥")
                .replace("\\geq", "≥")
                .replace("\\ne ", "≠")
                .replace("\\neq", "≠");
    }

    /** {@code \frac{a}{b}}, {@code \frac ab}, {@code \frac{a}b}; what is cut short stays as it is. */
    private static String fractions(String math) {
        int at = math.lastIndexOf("\\frac");
        if (at < 0) {
            return math;
        }
        int[] above = operand(math, at + "\\frac".length());
        int[] below = above == null ? null : operand(math, above[2]);
        String rest = below == null
                ? "⁄" + math.substring(at + "\\frac".length())
                : " (" + math.substring(above[0], above[1]) + ")/(" + math.substring(below[0], below[1]) + ")"
                        + math.substring(below[2]);
        return fractions(math.substring(0, at) + rest);
    }

    private static String roots(String math) {
        int at = math.lastIndexOf("\\sqrt");
        if (at < 0) {
            return math.replace("√", "sqrt");
        }
        int[] under = operand(math, at + "\\sqrt".length());
        String rest = under == null
                ? "sqrt" + math.substring(at + "\\sqrt".length())
                : "sqrt(" + math.substring(under[0], under[1]) + ")" + math.substring(under[2]);
        return roots(math.substring(0, at) + rest);
    }

    /** Where the next operand begins and ends, and where the text goes on; null where there is none. */
    private static int[] operand(String math, int from) {
        Matcher matcher = OPERAND.matcher(math).region(from, math.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        if (matcher.group(1) != null) {
            return new int[] {matcher.start(1), matcher.end(), matcher.end()};
        }
        int end = Braces.end(math, matcher.end() - 1);
        return end < 0 ? null : new int[] {matcher.end(), end, end + 1};
    }
}
