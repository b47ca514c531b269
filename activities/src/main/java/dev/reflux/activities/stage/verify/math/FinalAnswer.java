package dev.reflux.activities.stage.verify.math;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the final answer in a solution: the last {@code \boxed{…}}, else what follows the last {@code ####}, else a line {@code
 * A: …} or {@code Answer: …}, else the last "the answer is"; where nothing marks it, a whole text of one short line, and as a
 * last resort the last number.
 */
final class FinalAnswer {

    /** What is marked and longer is a text that lost its way, and costly to read as an expression. */
    private static final int LONGEST_MARKED = 1000;

    /** A whole text that is longer is a solution, not an answer. */
    private static final int LONGEST_BARE = 80;

    private static final Pattern BOXED = Pattern.compile("\\\\f?boxed\\s*\\{");
    private static final Pattern HASHES = Pattern.compile("####[ \\t]*(\\S[^\\n]*)");
    private static final Pattern ANSWER_LINE =
            Pattern.compile("(?im)^[ \\t*]*(?:final answer|answer|A)[ \\t]*\\**:[ \\t*]*(\\S[^\\n]*)");
    private static final Pattern ANSWER_IS =
            Pattern.compile("(?i)\\banswer(?: to [^.\\n]{1,60}?)?\\s+(?:is|are|equals)(?:\\s+equal to)?\\s*:?\\s*"
                    + "(\\S.*?)(?=[.!?](?:\\s|$)|\\n|$)");

    /** Stands alone: neither part of a word nor of a term. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w.^_\\\\{/*])(?>[-−]?[$€£]?(?:(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+)(?:/\\d+)?%?)"
                    + "(?![\\w^_\\\\/*(])");

    private static final Pattern TERM = Pattern.compile("[=+*/^\\\\_()\\[\\]{}]");
    private static final Pattern ENDING = Pattern.compile("[\\s*.,;:!]+$");

    private FinalAnswer() {}

    /** Readings of the final answer, the likeliest first; they say the same thing in full and for short. Empty where there is none. */
    static List<String> of(String solution) {
        String marked = marked(solution);
        if (marked != null && marked.length() > LONGEST_MARKED) {
            return List.of();
        } else if (marked != null) {
            List<String> readings = new ArrayList<>(List.of(marked));
            List<String> numbers = numbers(marked);
            if (numbers.size() == 1 && !TERM.matcher(marked).find()) {
                readings.add(numbers.get(0));
            }
            return readings;
        }
        List<String> readings = new ArrayList<>();
        String whole = trimmed(solution);
        if (!whole.isEmpty() && whole.length() <= LONGEST_BARE && whole.indexOf('\n') < 0) {
            readings.add(whole);
        }
        List<String> numbers = numbers(solution);
        if (!numbers.isEmpty()) {
            readings.add(numbers.get(numbers.size() - 1));
        }
        return readings;
    }

    /** The final answer of a reference, which may be a whole solution: what is marked in it, else all of it. */
    static String ofReference(String reference) {
        String marked = marked(reference);
        return marked == null ? reference.strip() : marked;
    }

    private static String marked(String solution) {
        String boxed = boxed(solution);
        if (boxed != null) {
            return boxed;
        }
        for (Pattern mark : List.of(HASHES, ANSWER_LINE, ANSWER_IS)) {
            String found = last(mark, solution);
            if (found != null && !found.isEmpty()) {
                return found;
            }
        }
        return null;
    }

    /** What stands in the last box; a box that is never closed is none. */
    private static String boxed(String solution) {
        String content = null;
        Matcher box = BOXED.matcher(solution);
        while (box.find()) {
            int end = Braces.end(solution, box.end() - 1);
            if (end > 0 && !solution.substring(box.end(), end).isBlank()) {
                content = solution.substring(box.end(), end).strip();
            }
        }
        return content;
    }

    private static String last(Pattern mark, String solution) {
        String found = null;
        Matcher matcher = mark.matcher(solution);
        while (matcher.find()) {
            found = trimmed(matcher.group(1));
        }
        return found;
    }

    private static String trimmed(String text) {
        return ENDING.matcher(text.strip()).replaceAll("");
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .toList();
    }
}
