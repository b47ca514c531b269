package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.TemplateFailure;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as {@code strftime} writes them in the C locale. */
final class PythonTime {

    private PythonTime() {}

    static String format(LocalDateTime time, String format) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < format.length(); at++) {
            char letter = format.charAt(at);
            if (letter != '%') {
                text.append(letter);
            } else {
                at++;
                boolean bare = format.startsWith("-", at);
                at += bare ? 1 : 0;
                text.append(field(time, at < format.length() ? format.charAt(at) : ' ', bare));
            }
        }
        return text.toString();
    }

    private static String field(LocalDateTime time, char field, boolean bare) {
        if (field == '%') {
            return "%";
        }
        String pattern = pattern(field);
        String written = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
        if (!bare) {
            return written;
        }
        String stripped = written.replaceFirst("^0+(?=.)", "");
        return stripped;
    }

    private static String pattern(char field) {
        return switch (field) {
            case 'Y' -> "yyyy";
            case 'y' -> "yy";
            case 'm' -> "MM";
            case 'd' -> "dd";
            case 'B' -> "MMMM";
            case 'b', 'h' -> "MMM";
            case 'A' -> "EEEE";
            case 'a' -> "EEE";
            case 'H' -> "HH";
            case 'I' -> "hh";
            case 'M' -> "mm";
            case 'S' -> "ss";
            case 'p' -> "a";
            case 'j' -> "DDD";
            case 'F' -> "yyyy-MM-dd";
            case 'T' -> "HH:mm:ss";
            case 'D' -> "MM/dd/yy";
            case 'R' -> "HH:mm";
            default -> throw new TemplateFailure("strftime_now does not support %" + field);
        };
    }
}
