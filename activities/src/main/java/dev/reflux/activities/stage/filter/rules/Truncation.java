package dev.reflux.activities.stage.filter.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells an answer that breaks off. Short answers, lists, code and tables end without a mark and do not. */
final class Truncation {

    /** Shorter answers need no sentence. */
    private static final int LEAST_WORDS = 12;

    /** Fewer words behind the last full stop are a name, a title or a tag. */
    private static final int LEAST_OPEN_WORDS = 6;

    private static final Pattern OPEN_END = Pattern.compile("[,(\\[{–—:、，：]$");
    private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}']+)$");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…][\"'”’)]{0,2}\\s");
    private static final Pattern NOT_PROSE = Pattern.compile("^(?:[-*•+#>|$]|\\d+[.)]|\\w+[:=]).*|.*[|;=<>{}\\\\].*");
    private static final Pattern CODE = Pattern.compile(
            ".*[;{}]|.*\\):|.* == .*|(?:def|class|import|from|return|public|function|let|const|var|SELECT) .*[(=.*].*|print ?\\(.*|#include.*");
    private static final Set<String> NEVER_LAST = Set.of(
            "the", "a", "an", "and", "or", "of", "but", "because", "my", "your", "their", "its", "our", "der", "die",
            "das", "und", "oder", "le", "la", "les", "et", "el", "los", "las", "y");

    private Truncation() {}

    /** 1 if it breaks off, else 0. */
    static double count(MeasuredText text) {
        List<String> lines = text.lines();
        if (text.wordCount() < LEAST_WORDS || lines.isEmpty()) {
            return 0;
        }
        String last = lines.get(lines.size() - 1);
        boolean isOpen = OPEN_END.matcher(last).find() || endsInNeverLast(last) || isOpenSentence(text, last);
        return isOpen && !NOT_PROSE.matcher(last).matches() && endsInProse(text, last) ? 1 : 0;
    }

    private static boolean endsInProse(MeasuredText text, String last) {
        return text.prose().strip().endsWith(last)
                && text.prose().lines().map(String::strip).noneMatch(line -> CODE.matcher(line)
                        .matches());
    }

    private static boolean endsInNeverLast(String line) {
        Matcher word = LAST_WORD.matcher(line);
        boolean isFound = word.find() && NEVER_LAST.contains(word.group(1).toLowerCase(Locale.ROOT));
        return isFound && isLong(line) && Character.isLowerCase(word.group(1).charAt(0));
    }

    /** A long last sentence of an answer that otherwise ends its sentences. */
    private static boolean isOpenSentence(MeasuredText text, String line) {
        int begin = 0;
        Matcher end = SENTENCE_END.matcher(line);
        while (end.find()) {
            begin = end.end();
        }
        List<String> before = text.lines().subList(0, text.lines().size() - 1);
        boolean endsSentences =
                begin > 0 || before.stream().filter(Lines::isPunctuated).count() > before.size() / 2;
        return endsSentences
                && Character.isLowerCase(line.codePointBefore(line.length()))
                && isLong(line.substring(begin));
    }

    private static boolean isLong(String sentence) {
        return sentence.strip().split("\\s+").length >= LEAST_OPEN_WORDS;
    }
}
