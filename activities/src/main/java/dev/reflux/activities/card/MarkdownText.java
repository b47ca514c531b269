package dev.reflux.activities.card;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Foreign texts in Markdown and in YAML: whatever they hold, they stay texts, on one line. */
final class MarkdownText {
    /** What Markdown, a table of it or HTML would read as something else. */
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_{}\\[\\]#|~$!]");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Z}\\s]+");

    private MarkdownText() {}

    /** In running text or in the cell of a table. */
    static String of(String text) {
        String line = line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return MARKS.matcher(line).replaceAll(mark -> Matcher.quoteReplacement("\\" + mark.group()));
    }

    /** Between double quotes in YAML, as both its versions read it. */
    static String quoted(String text) {
        return '"' + line(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** With one space for every run of what cannot be seen. */
    private static String line(String text) {
        return UNSEEN.matcher(text).replaceAll(" ").strip();
    }
}
