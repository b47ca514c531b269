package dev.reflux.worker.command;

import dev.reflux.worker.progress.TextTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a command prints for people: headings, tables and wrapped text. Texts of datasets come from anywhere: what would steer
 * a terminal is not printed.
 */
final class Page {

    private static final String COLUMNS = "REFLUX_COLUMNS";
    private static final int USUAL = 100;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;

    private final PrintWriter out;
    private final int width;

    private Page(PrintWriter out, int width) {
        this.out = out;
        this.width = width;
    }

    /** @param environment says how wide the terminal is, if it is one */
    static Page of(PrintWriter out, Map<String, String> environment) {
        String columns = environment.getOrDefault(COLUMNS, "");
        int width = columns.matches("[0-9]{1,4}") ? Integer.parseInt(columns) : USUAL;
        return new Page(out, Math.max(NARROWEST, Math.min(WIDEST, width)));
    }

    void line(String format, Object... values) {
        out.println(plain(String.format(Locale.ROOT, format, values)));
    }

    void heading(String heading) {
        out.println();
        out.println(plain(heading));
    }

    void table(TextTable table) {
        table.lines().forEach(line -> out.println("  " + plain(line)));
    }

    /** A whole text, wrapped at blanks, its own line breaks kept. */
    void text(int indent, String text) {
        for (String line : text.split("\\R", -1)) {
            wrapped(plain(line), width - indent).forEach(part -> out.println(" ".repeat(indent) + part));
        }
    }

    /** As much of a text as fits on one line. */
    void start(int indent, String text) {
        out.println(" ".repeat(indent) + cut(indent, text));
    }

    /** At most so many characters of a text, on one line. */
    static String shortened(String text, int most) {
        String plain = plain(text.replaceAll("\\s+", " ").strip());
        int length = plain.codePointCount(0, plain.length());
        return length <= most ? plain : plain.substring(0, plain.offsetByCodePoints(0, most - 1)) + "…";
    }

    void end() {
        out.flush();
    }

    private String cut(int indent, String text) {
        return shortened(text, width - indent);
    }

    private static List<String> wrapped(String line, int most) {
        List<String> parts = new ArrayList<>();
        String rest = line.stripTrailing();
        while (rest.length() > most) {
            int blank = rest.lastIndexOf(' ', most);
            int end = blank > most / 2 ? blank : most;
            if (Character.isHighSurrogate(rest.charAt(end - 1))) {
                end--;
            }
            parts.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        parts.add(rest);
        return parts;
    }

    private static String plain(String text) {
        return text.replace('\t', ' ').replaceAll("\\p{Cntrl}|[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]", "\uFFFD");
    }
}
