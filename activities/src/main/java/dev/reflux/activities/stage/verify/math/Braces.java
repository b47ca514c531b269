package dev.reflux.activities.stage.verify.math;

import java.util.ArrayList;
import java.util.List;

/** Walks over text that is nested in brackets. */
final class Braces {

    private static final String OPENING = "([{⦃⟦";
    private static final String CLOSING = ")]}⦄⟧";

    private Braces() {}

    /** Index of the brace that closes the one at {@code open}; -1 where none does. */
    static int end(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The parts between separators that stand in no bracket; brackets need not be of one kind, as in {@code (3,4]}. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (OPENING.indexOf(at) >= 0) {
                depth++;
            } else if (CLOSING.indexOf(at) >= 0) {
                depth--;
            } else if (at == separator && depth == 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** True if the first bracket is closed by the last character, by whichever kind. */
    static boolean encloses(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            if (OPENING.indexOf(text.charAt(i)) >= 0) {
                depth++;
            } else if (CLOSING.indexOf(text.charAt(i)) >= 0 && --depth == 0) {
                return i == text.length() - 1 && i > 0;
            }
            if (depth == 0) {
                return false;
            }
        }
        return false;
    }
}
