package dev.reflux.activities.stage.rejectionsampling;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.stage.rejectionsampling.RejectionSamplingSettings.Sameness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer as a way to solve the task: its chain of thought and what it comes to. */
final class Solution {

    /** A calculator's call as GSM8K writes it. */
    private static final Pattern ANNOTATED = Pattern.compile("<<([^<>=\n]{1,200}=[^<>\n]{1,100})>>");

    /** The letter where it stands for times. */
    private static final Pattern TIMES = Pattern.compile("(?<=[\\d)])[ \t]*[xX][ \t]*(?=[$€£(]{0,3}\\d)");

    /** A calculation with at least one operator, and what it equals. */
    private static final Pattern WRITTEN = Pattern.compile(
            "[(]{0,5}\\d[\\d.()]{0,40}(?:[-+*/^][-(]{0,5}\\d[\\d.()]{0,40}){1,30}+%?=-?\\d{1,40}(?:\\.\\d{1,40})?");

    /**
     * The same where it stands alone: what goes before or after it may not be part of it, as in x+2*3=10 or 2+3=10/2. Its
     * result may be a percentage.
     */
    private static final Pattern ALONE = Pattern.compile(
            "(?<![\\w.)%:^*/+-])(?<!\\d[ ,]{1,2})" + WRITTEN.pattern() + "(?![\\d.]*[\\w(:^*/+-])(?! \\d+/)%?");

    private final String text;

    Solution(Answer answer) {
        this.text = answer.reasoning() == null ? answer.text() : answer.reasoning() + "\n" + answer.text();
    }

    /** Equal for two solutions that count as the same. */
    String key(Sameness sameness) {
        List<String> equations = sameness == Sameness.EQUATIONS ? equations() : List.of();
        return equations.isEmpty() ? String.join(" ", words()) : "equations: " + String.join(" ; ", equations);
    }

    /**
     * The calculations in their order: RFT (Yuan et al. 2023) takes solutions for the same where these are. Those a
     * calculator was called for where there are any, else those written out.
     */
    List<String> equations() {
        List<String> annotated = all(ANNOTATED, text.replace(" ", ""), 1);
        return annotated.isEmpty() ? all(WRITTEN, plain(text), 0) : annotated;
    }

    /** Those of {@link #equations} that stand alone, so that they can be worked out. */
    List<String> calculations() {
        List<String> annotated = all(ANNOTATED, text.replace(" ", ""), 1);
        return annotated.isEmpty() ? all(ALONE, plain(text), 0) : annotated;
    }

    private static String plain(String text) {
        return TIMES.matcher(text)
                .replaceAll("*")
                .replaceAll("[ \t\u00a0$€£*`]*([-+/=×·÷*])[ \t\u00a0$€£`]*", "$1")
                .replaceAll("(?<=\\d),(?=\\d{3})", "")
                .replace('×', '*')
                .replace('·', '*')
                .replace('÷', '/');
    }

    private static List<String> all(Pattern pattern, String text, int group) {
        List<String> found = new ArrayList<>();
        Matcher next = pattern.matcher(text);
        while (next.find()) {
            found.add(next.group(group));
        }
        return found;
    }

    /** Lower-case words, as white space parts them. */
    List<String> words() {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return plain.isEmpty() ? List.of() : List.of(plain.split("\\s+"));
    }
}
