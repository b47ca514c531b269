package dev.reflux.activities.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A page in Markdown; every text that is added is escaped. */
final class MarkdownPage {
    private final StringBuilder page = new StringBuilder();

    MarkdownPage heading(int level, String text) {
        return block("#".repeat(level) + " " + MarkdownText.of(text));
    }

    MarkdownPage paragraph(String text) {
        return block(MarkdownText.of(text));
    }

    /** A line to be copied; holds nothing but letters, digits, spaces, dots, slashes, dashes and underscores. */
    MarkdownPage command(String line) {
        return block("```\n" + line.replaceAll("[^A-Za-z0-9 ./_-]", "") + "\n```");
    }

    MarkdownPage list(List<String> items) {
        return items.isEmpty() ? this : block("- " + String.join("\n- ", escaped(items)));
    }

    /** A source with its licence and its address, which the grammar has checked; either may be null. */
    static String source(String name, String license, String url) {
        String stated = license == null ? "no licence stated" : "licence as stated: " + license;
        return MarkdownText.of(name) + " (" + MarkdownText.of(stated) + ")" + (url == null ? "" : ", <" + url + ">");
    }

    /** Lines made by {@link #source}. */
    MarkdownPage sources(List<String> lines) {
        return lines.isEmpty() ? this : block("- " + String.join("\n- ", lines));
    }

    /** Adds nothing where there are no rows. */
    MarkdownPage table(List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        List<String> lines = new ArrayList<>();
        lines.add(row(head));
        lines.add("|" + " --- |".repeat(head.size()));
        rows.forEach(row -> lines.add(row(row)));
        return block(String.join("\n", lines));
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", escaped(cells)) + " |";
    }

    private static List<String> escaped(List<String> texts) {
        return texts.stream().map(MarkdownText::of).toList();
    }

    private MarkdownPage block(String text) {
        page.append('\n').append(text).append('\n');
        return this;
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
