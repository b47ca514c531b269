package dev.reflux.activities.template.python;

import java.util.ArrayList;
import java.util.List;

/** Which characters are white space or end a line in Python, and what is done by them. */
public final class Characters {

    private Characters() {}

    /** What {@code str.isspace} holds for space. */
    public static boolean isSpace(int point) {
        return point == ' '
                || point >= '\t' && point <= '\r'
                || point >= 0x1c && point <= 0x1f
                || point == 0x85
                || point == 0xa0
                || point > 0xff && Character.isSpaceChar(point);
    }

    private static boolean endsLine(char letter) {
        return letter >= '\n' && letter <= '\r'
                || letter >= 0x1c && letter <= 0x1e
                || letter == 0x85
                || letter == 0x2028
                || letter == 0x2029;
    }

    /** Without white space at its end. */
    public static String stripEnd(String text) {
        return strip(text, null, false, true);
    }

    /** Without white space, or without the characters given, at one end or both. */
    static String strip(String text, String characters, boolean left, boolean right) {
        int start = 0;
        int end = text.length();
        while (left && start < end && goes(text.codePointAt(start), characters)) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (right && end > start && goes(text.codePointBefore(end), characters)) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean goes(int point, String characters) {
        return characters == null ? isSpace(point) : characters.indexOf(point) >= 0;
    }

    /** What {@code str.splitlines} gives; no empty line after the last end. */
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if (endsLine(text.charAt(at))) {
                lines.add(text.substring(start, at));
                at += text.startsWith("\r\n", at) ? 1 : 0;
                start = at + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    /** Parts between runs of white space, at most so many cuts from the left; all where it is negative. */
    static List<String> words(String text, long cuts) {
        List<String> words = new ArrayList<>();
        int start = past(text, 0, true);
        while (start < text.length()) {
            if (cuts >= 0 && words.size() >= cuts) {
                words.add(stripEnd(text.substring(start)));
                return words;
            }
            int end = past(text, start, false);
            words.add(text.substring(start, end));
            start = past(text, end, true);
        }
        return words;
    }

    private static int past(String text, int from, boolean space) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at)) == space) {
            at++;
        }
        return at;
    }

    /** Parts between separators, at most so many cuts from the left; all where it is negative. */
    static List<String> parts(String text, String separator, long cuts) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int found = text.indexOf(separator);
        while (found >= 0 && (cuts < 0 || parts.size() < cuts)) {
            parts.add(text.substring(start, found));
            start = found + separator.length();
            found = text.indexOf(separator, start);
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** The first letter of each word large, the others small, as {@code str.title} does. */
    static String title(String text) {
        StringBuilder title = new StringBuilder(text.length());
        boolean within = false;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            title.appendCodePoint(within ? Character.toLowerCase(point) : Character.toTitleCase(point));
            within = Character.isUpperCase(point) || Character.isLowerCase(point) || Character.isTitleCase(point);
            at += Character.charCount(point);
        }
        return title.toString();
    }
}
