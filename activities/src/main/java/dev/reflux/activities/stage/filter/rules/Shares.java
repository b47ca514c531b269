package dev.reflux.activities.stage.filter.rules;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much of a text is of one kind, in code points, and what its words are like. */
final class Shares {

    /** Those that Gopher looks for (Rae et al. 2021). */
    private static final Set<String> STOP_WORDS = Set.of("the", "be", "to", "of", "and", "that", "have", "with");

    private static final Pattern URL = Pattern.compile("(?i)\\b(?:https?://|ftp://|www\\.)[^\\s<>\"'`|]++");
    private static final Pattern ELLIPSIS = Pattern.compile("\\.{3,}+|…");

    /** In these, words do not stand apart, so that their length cannot be told. */
    private static final Set<UnicodeScript> UNSPACED = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private Shares() {}

    /** In characters; not known where some letters are of a script without spaces. */
    static double meanWordLength(MeasuredText text) {
        List<String> words = spaced(text);
        boolean isUnspaced = text.text().codePoints().anyMatch(Shares::isUnspaced);
        long letters =
                words.stream().mapToLong(word -> word.codePoints().count()).sum();
        return isUnspaced ? Double.NaN : MeasuredText.share(letters, words.size());
    }

    /** Longest run without white space; a character of a script without spaces ends it. */
    static double longestWord(MeasuredText text) {
        int longest = 0;
        int run = 0;
        for (int point : text.text().codePoints().toArray()) {
            run = Character.isWhitespace(point) || isUnspaced(point) ? 0 : run + 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** Hash marks for each word. */
    static double hashMarks(MeasuredText text) {
        return perWord(text, text.text().chars().filter(point -> point == '#').count());
    }

    /** Ellipses for each word. */
    static double ellipses(MeasuredText text) {
        return perWord(text, ELLIPSIS.matcher(text.text()).results().count());
    }

    private static double perWord(MeasuredText text, double count) {
        return MeasuredText.share(count, text.wordCount());
    }

    /** Neither letter nor mark nor digit nor white space. */
    static double symbols(MeasuredText text) {
        return share(text, point -> !Character.isWhitespace(point) && !isWordly(point));
    }

    static double digits(MeasuredText text) {
        return share(text, Character::isDigit);
    }

    static double whiteSpace(MeasuredText text) {
        return share(text, Character::isWhitespace);
    }

    /** Of the letters that have a case. */
    static double upperCase(MeasuredText text) {
        long upper = count(text, Character::isUpperCase);
        return MeasuredText.share(upper, upper + count(text, Character::isLowerCase));
    }

    static double urls(MeasuredText text) {
        Matcher url = URL.matcher(text.text());
        long inside = 0;
        while (url.find()) {
            inside += text.text().codePointCount(url.start(), url.end());
        }
        return MeasuredText.share(inside, text.characters());
    }

    /** Words with at least one letter. */
    static double alphabeticWords(MeasuredText text) {
        List<String> words = spaced(text);
        return MeasuredText.share(
                words.stream()
                        .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                        .count(),
                words.size());
    }

    /** How many different ones of Gopher's English stop words occur. */
    static double stopWords(MeasuredText text) {
        return text.words().stream().filter(STOP_WORDS::contains).distinct().count();
    }

    private static List<String> spaced(MeasuredText text) {
        return List.of(text.text().split("\\s+")).stream()
                .filter(word -> word.codePoints().anyMatch(Shares::isWordly))
                .toList();
    }

    private static boolean isWordly(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isUnspaced(int point) {
        return Character.isLetter(point) && UNSPACED.contains(UnicodeScript.of(point));
    }

    private static double share(MeasuredText text, IntPredicate kind) {
        return MeasuredText.share(count(text, kind), text.characters());
    }

    private static long count(MeasuredText text, IntPredicate kind) {
        return text.text().codePoints().filter(kind).count();
    }
}
