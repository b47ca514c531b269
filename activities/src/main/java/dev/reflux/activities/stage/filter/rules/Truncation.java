package dev.reflux.activities.stage.filter.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells an answer that breaks off. Short answers, lists, code and tables end without a mark and do not. */
final class Truncation {

    /** Shorter answers need no sentence. */
    private static final int LEAST_WORDS = 12;

    private static final Pattern OPEN_END = Pattern.compile("[,(\\[{–—:、，：]$");
    private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}']+)$");
    private static final Pattern NOT_PROSE = Pattern.compile("^(?:[-*•+#>|$]|\\d+[.)]|\\w+[:=]).*|.*[|;=<>{}\\\\].*");
    private static final Set<String> NEVER_LAST = Set.of(
            "the", "a", "an", "and", "or", "of", "but", "because", "my", "your", "their", "its", "our", "der", "die",
            "das", "und", "oder", "le", "la", "les", "et", "el", "los", "las", "y");

    private Truncation() {}

    /** 1 if it breaks off, else 0. */
    static double count(MeasuredText text) {
        List<String> lines = text.lines();
        if (text.wordCount() < LEAST_WORDS || lines.isEmpty() || text.text().endsWith("```")) {
            return 0;
        }
        String last = lines.get(lines.size() - 1);
        if (text.prose().isBlank() || !text.prose().strip().endsWith(last) || NOT_PROSE.matcher(last).matches()) {
            return 0;
        }
        return OPEN_END.matcher(last).find() || endsInNeverLast(last) || isOpenSentence(text, last) ? 1 : 0;
    }

    private static boolean endsInNeverLast(String line) {
        java.util.regex.Matcher word = LAST_WORD.matcher(line);
        return word.find() && NEVER_LAST.contains(word.group(1).toLowerCase(Locale.ROOT)) && line.indexOf(' ') > 0;
    }

    /** A long last line of an answer that otherwise ends its sentences. */
    private static boolean isOpenSentence(MeasuredText text, String line) {
        int last = line.codePointBefore(line.length());
        boolean hasSentences = line.contains(". ")
                || text.lines().size() > 1
                        && text.lines().subList(0, text.lines().size() - 1).stream().allMatch(Lines::isPunctuated);
        return hasSentences
                && Character.isLowerCase(last)
                && line.split("\\s+").length >= LEAST_WORDS;
    }
}
