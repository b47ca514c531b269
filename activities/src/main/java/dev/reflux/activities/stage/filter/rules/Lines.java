package dev.reflux.activities.stage.filter.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the lines and paragraphs of a text are like; blank ones do not count. */
final class Lines {

    private static final Pattern BULLET = Pattern.compile("^[-*•‣⁃◦▪●–]\\s");

    /** Longest line that FineWeb calls short, in characters. */
    private static final int SHORT = 30;

    /** Ends of sentences in the scripts that mark them, behind closing quotes and brackets. */
    private static final Pattern PUNCTUATED = Pattern.compile("[.!?…。！？｡؟۔।॥։።჻]['\"”’»«)\\]*_`]{0,3}$");

    private Lines() {}

    static double bullets(MeasuredText text) {
        return share(text, line -> BULLET.matcher(line).find());
    }

    static double ellipses(MeasuredText text) {
        return share(text, line -> line.endsWith("...") || line.endsWith("…"));
    }

    static double punctuated(MeasuredText text) {
        return share(text, Lines::isPunctuated);
    }

    /** True if it ends as a sentence does. */
    static boolean isPunctuated(String line) {
        String end = line.substring(Math.max(0, line.length() - 8));
        return PUNCTUATED.matcher(end).find();
    }

    static double brief(MeasuredText text) {
        return share(text, line -> line.codePointCount(0, line.length()) <= SHORT);
    }

    /** Line breaks for each word. */
    static double breaksPerWord(MeasuredText text) {
        long breaks = text.text().chars().filter(point -> point == '\n').count();
        return MeasuredText.share(breaks, text.wordCount());
    }

    static double duplicates(MeasuredText text) {
        return duplicates(text.lines());
    }

    static double duplicateCharacters(MeasuredText text) {
        return duplicateCharacters(text.lines());
    }

    static double duplicateParagraphs(MeasuredText text) {
        return duplicates(text.paragraphs());
    }

    static double duplicateParagraphCharacters(MeasuredText text) {
        return duplicateCharacters(text.paragraphs());
    }

    /** Share of those that occurred before. */
    private static double duplicates(List<String> parts) {
        return MeasuredText.share(parts.size() - new HashSet<>(parts).size(), parts.size());
    }

    private static double duplicateCharacters(List<String> parts) {
        Set<String> seen = new HashSet<>();
        long repeated = 0;
        long all = 0;
        for (String part : parts) {
            int length = part.codePointCount(0, part.length());
            all += length;
            repeated += seen.add(part) ? 0 : length;
        }
        return MeasuredText.share(repeated, all);
    }

    private static double share(MeasuredText text, Predicate<String> kind) {
        return MeasuredText.share(
                text.lines().stream().filter(kind).count(), text.lines().size());
    }
}
