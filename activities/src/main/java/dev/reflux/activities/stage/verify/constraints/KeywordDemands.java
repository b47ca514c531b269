package dev.reflux.activities.stage.verify.constraints;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Demands on the words and letters used, in whichever case.
 *
 * <p>A keyword is looked for as it is written, where IFEval's code takes it for a regular expression.
 */
final class KeywordDemands {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private KeywordDemands() {}

    static Constraint existence(Arguments arguments) {
        List<String> keywords = arguments.texts("keywords");
        return Constraint.of("It must contain " + String.join(", ", keywords) + ".", answer -> keywords.stream()
                .allMatch(keyword -> occurrences(keyword, answer) > 0));
    }

    static Constraint frequency(Arguments arguments) {
        String keyword = arguments.text("keyword");
        Arguments.Count count = arguments.count("relation", "frequency");
        return Constraint.of("It must contain '" + keyword + "' " + count.words() + " times.", answer -> count.holds()
                .test(occurrences(keyword, answer)));
    }

    static Constraint forbidden(Arguments arguments) {
        List<String> words = arguments.texts("forbidden_words");
        return Constraint.of("It must not contain the words " + String.join(", ", words) + ".", answer -> words.stream()
                .noneMatch(word -> Pattern.compile("\\b" + Pattern.quote(word) + "\\b", FLAGS)
                        .matcher(answer)
                        .find()));
    }

    static Constraint letterFrequency(Arguments arguments) {
        String letter = arguments.text("letter").toLowerCase(Locale.ROOT);
        Arguments.Count count = arguments.count("let_relation", "let_frequency");
        return Constraint.of(
                "It must contain the letter '" + letter + "' " + count.words() + " times.",
                answer -> count.holds().test(occurrences(letter, answer)));
    }

    /** A word is in capitals if it has some and no small letter. */
    static Constraint capitalWords(Arguments arguments) {
        Arguments.Count count = arguments.count("capital_relation", "capital_frequency");
        return Constraint.of("It must have " + count.words() + " words in capital letters.", answer -> count.holds()
                .test((int)
                        SPACE.splitAsStream(answer).filter(LetterCase::isUpper).count()));
    }

    private static int occurrences(String keyword, String answer) {
        return (int) Pattern.compile(Pattern.quote(keyword), FLAGS)
                .matcher(answer)
                .results()
                .count();
    }
}
