package dev.reflux.activities.stage.generate.documents;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Whether words stand in a passage as they are quoted; white space and the form of quotation marks do not count. */
public final class Quotation {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern SINGLE_MARKS = Pattern.compile("[\\u2018\\u2019\\u201a\\u201b]");
    private static final Pattern DOUBLE_MARKS = Pattern.compile("[\\u201c\\u201d\\u201e\\u201f\\u00ab\\u00bb]");

    private Quotation() {}

    /** False for a quotation without letters and digits. */
    public static boolean isFrom(String passage, String quoted) {
        String normal = normal(quoted);
        return normal.codePoints().anyMatch(Character::isLetterOrDigit)
                && normal(passage).contains(normal);
    }

    private static String normal(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String single = SINGLE_MARKS.matcher(composed).replaceAll("'");
        String marks = DOUBLE_MARKS.matcher(single).replaceAll("\"");
        return SPACES.matcher(marks).replaceAll(" ").strip();
    }
}
