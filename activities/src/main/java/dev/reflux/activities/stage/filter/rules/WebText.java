package dev.reflux.activities.stage.filter.rules;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What C4 (Raffel et al. 2020) looks for in a web page. */
final class WebText {

    private static final int LEAST_WORDS = 3;
    private static final int LONGEST_WORD = 1000;
    private static final Pattern TERMINAL = Pattern.compile("[.!?\"]$");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern SENTENCE = Pattern.compile("[.!?…]++[\"'”’)\\]]{0,3}(?=\\s|$)|[。！？।؟۔]");
    private static final List<String> POLICIES =
            List.of("terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies");

    private WebText() {}

    /** Sentences in the lines that C4 would leave in; the text itself stays as it is. */
    static double sentences(MeasuredText text) {
        return text.lines().stream()
                .filter(WebText::isKept)
                .mapToLong(line -> Math.max(1, SENTENCE.matcher(line).results().count()))
                .sum();
    }

    private static boolean isKept(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        String[] words = SPACES.split(line);
        return TERMINAL.matcher(line).find()
                && !line.endsWith("...")
                && words.length >= LEAST_WORDS
                && List.of(words).stream().allMatch(word -> word.length() <= LONGEST_WORD)
                && !lower.contains("javascript")
                && POLICIES.stream().noneMatch(lower::contains);
    }

    static double placeholders(MeasuredText text) {
        return text.prose().toLowerCase(Locale.ROOT).contains("lorem ipsum") ? 1 : 0;
    }

    static double curlyBrackets(MeasuredText text) {
        return text.text().chars().filter(point -> point == '{').count();
    }
}
