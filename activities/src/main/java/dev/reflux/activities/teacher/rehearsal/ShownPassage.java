package dev.reflux.activities.teacher.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The passage that a question shows between {@code <passage>} and {@code </passage>}, to be quoted word by word.
 *
 * @param text empty where none is shown
 */
record ShownPassage(String text) {

    static final ShownPassage NONE = new ShownPassage("");

    private static final Pattern SHOWN = Pattern.compile("<passage>\\s*(.*?)\\s*</passage>", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final int LONGEST_QUOTATION = 10;

    static ShownPassage in(String question) {
        Matcher shown = SHOWN.matcher(question);
        return shown.find() ? new ShownPassage(shown.group(1)) : NONE;
    }

    boolean isShown() {
        return !text.isEmpty();
    }

    /** Some words of it in a row, as they stand there. */
    String quotation(MadeUpWords draw) {
        List<int[]> places = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            places.add(new int[] {words.start(), words.end()});
        }
        int length = Math.min(LONGEST_QUOTATION, places.size());
        int first = draw.pick(places.size() - length + 1);
        return text.substring(places.get(first)[0], places.get(first + length - 1)[1]);
    }
}
