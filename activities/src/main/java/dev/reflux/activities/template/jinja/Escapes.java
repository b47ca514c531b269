package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.TemplateFailure;

/** What stands behind backslashes in a string of a template: Python's escapes. */
final class Escapes {

    private static final String LETTERS = "abfnrtv\\'\"";
    private static final String MEANT = "\u0007\b\f\n\r\t\u000b\\'\"";

    private Escapes() {}

    static String read(String quoted, int line) {
        if (quoted.indexOf('\\') < 0) {
            return quoted.intern();
        }
        StringBuilder text = new StringBuilder(quoted.length());
        int at = 0;
        while (at < quoted.length()) {
            char letter = quoted.charAt(at);
            at = letter == '\\' ? escape(quoted, at + 1, line, text) : at + 1;
            if (letter != '\\') {
                text.append(letter);
            }
        }
        return text.toString().intern();
    }

    private static int escape(String quoted, int at, int line, StringBuilder text) {
        char kind = quoted.charAt(at);
        int known = LETTERS.indexOf(kind);
        if (known >= 0) {
            text.append(MEANT.charAt(known));
            return at + 1;
        }
        if (kind >= '0' && kind <= '7') {
            return octal(quoted, at, text);
        }
        return switch (kind) {
            case '\n' -> at + 1;
            case 'x' -> hexadecimal(quoted, at + 1, 2, line, text);
            case 'u' -> hexadecimal(quoted, at + 1, 4, line, text);
            case 'U' -> hexadecimal(quoted, at + 1, 8, line, text);
            case 'N' -> throw new TemplateFailure("characters by name (\\N) are not supported; write them").at(line);
            default -> {
                text.append('\\').append(kind);
                yield at + 1;
            }
        };
    }

    private static int octal(String quoted, int at, StringBuilder text) {
        int end = at;
        while (end < quoted.length() && end < at + 3 && quoted.charAt(end) >= '0' && quoted.charAt(end) <= '7') {
            end++;
        }
        text.appendCodePoint(Integer.parseInt(quoted.substring(at, end), 8));
        return end;
    }

    private static int hexadecimal(String quoted, int at, int digits, int line, StringBuilder text) {
        try {
            text.appendCodePoint(Integer.parseInt(quoted.substring(at, at + digits), 16));
            return at + digits;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new TemplateFailure("an escape must have " + digits + " hexadecimal digits, got "
                            + quoted.substring(at - 2, Math.min(quoted.length(), at + digits)))
                    .at(line);
        }
    }
}
