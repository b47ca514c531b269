package dev.reflux.activities.report;

import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import java.util.List;
import java.util.function.Function;

/** The frame that every part of the page shares. */
final class ReportSection {
    /** Rows that are shown of a table of many. */
    private static final int SHOWN_ROWS = 20;

    /** So few more are not worth folding. */
    private static final int FEW_ROWS = 5;

    private ReportSection() {}

    /** A titled part; {@code lead} says in a sentence what it shows. */
    static Markup titled(String id, String title, String lead) {
        return Markup.of(
                        "section",
                        Markup.text("h2", title),
                        Markup.text("p", lead).as("lead"))
                .with("id", id);
    }

    /** A chart or table under a title of its own, with a note on how to read it. */
    static Markup figure(String title, Markup content, String note) {
        Markup figure = Markup.of("figure", Markup.text("h3", title), content).with("aria-label", title);
        return note.isEmpty() ? figure : figure.add(Markup.text("figcaption", note));
    }

    /** What the two colours of bars stand for. */
    static Markup legend(String accepted, String rejected) {
        return Markup.of("p", key("accepted", accepted), key("rejected", rejected))
                .as("legend");
    }

    private static Markup key(String styleClass, String text) {
        return Markup.of("span", Markup.of("i").as(styleClass)).say(text).as("key");
    }

    /** The first cell of a row, which names it. */
    static Markup rowTitle(String text) {
        return Markup.text("th", text).with("scope", "row");
    }

    /**
     * A table of many rows: the first are shown, the others unfold.
     *
     * @param noun what one row is
     * @param table of some of the rows
     */
    static <T> Markup folded(List<T> rows, String noun, Function<List<T>, Markup> table) {
        if (rows.size() <= SHOWN_ROWS + FEW_ROWS) {
            return table.apply(rows);
        }
        List<T> others = rows.subList(SHOWN_ROWS, rows.size());
        String more = Figures.of(others.size(), "more " + noun);
        return Markup.of(
                "div",
                table.apply(rows.subList(0, SHOWN_ROWS)),
                Markup.of("details", Markup.text("summary", more), table.apply(others)));
    }

    /** Figures side by side where there is room, one below the other where there is not. */
    static Markup sideBySide(Markup... figures) {
        return Markup.of("div", figures).as("pair");
    }

    /** A bar of two parts of a whole, one after the other, each in the style of its class. */
    static Markup bar(long whole, String firstClass, long first, String secondClass, long second) {
        Markup bar = Markup.of("div").as("bar");
        addPart(bar, whole, firstClass, first);
        addPart(bar, whole, secondClass, second);
        return bar;
    }

    private static void addPart(Markup bar, long whole, String styleClass, long part) {
        if (part > 0 && whole > 0) {
            double width = Math.round(1000.0 * part / whole) / 10.0;
            bar.add(Markup.of("span").as(styleClass).with("style", "width:" + width + "%"));
        }
    }
}
