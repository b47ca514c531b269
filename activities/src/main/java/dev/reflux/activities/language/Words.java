package dev.reflux.activities.language;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text, also where a script puts no spaces between them: there each character stands for itself. */
public final class Words {

    private static final Set<UnicodeScript> LOGOGRAPHIC =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
    private static final Set<UnicodeScript> UNSPACED =
            Set.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

    /** Characters of a word on average, in Chinese or Japanese and in the scripts of South East Asia. */
    private static final double LOGOGRAPHS_PER_WORD = 1.5;

    private static final double LETTERS_PER_WORD = 4;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Words() {}

    /** In lower case, without what stands between words. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(point -> {
            boolean isAlone = isLogograph(point) || isUnspaced(point);
            if ((isAlone || !isPartOfWord(point)) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (isAlone) {
                words.add(Character.toString(point));
            } else if (isPartOfWord(point)) {
                word.appendCodePoint(point);
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** How many words a reader would count: what stands between spaces, and an estimate where there are none. */
    public static int count(String text) {
        long logographs = text.codePoints().filter(Words::isLogograph).count();
        long letters = text.codePoints().filter(Words::isUnspaced).count();
        String spaced = text.codePoints()
                .map(point -> isLogograph(point) || isUnspaced(point) ? ' ' : point)
                .filter(point -> logographs + letters == 0 || isPartOfWord(point) || Character.isWhitespace(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        int between = spaced.isEmpty() ? 0 : SPACES.split(spaced).length;
        return between + (int) Math.ceil(logographs / LOGOGRAPHS_PER_WORD + letters / LETTERS_PER_WORD);
    }

    private static boolean isLogograph(int point) {
        return Character.isLetter(point) && LOGOGRAPHIC.contains(UnicodeScript.of(point));
    }

    private static boolean isUnspaced(int point) {
        return isPartOfWord(point) && UNSPACED.contains(UnicodeScript.of(point));
    }

    private static boolean isPartOfWord(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetter(point);
        };
    }
}
