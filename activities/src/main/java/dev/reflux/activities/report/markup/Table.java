package dev.reflux.activities.report.markup;

import java.util.List;

/** A table whose first columns hold words and whose others hold figures, scrolling sideways where it is narrow. */
public final class Table {
    private final Markup above = Markup.of("tr").as("above");
    private final Markup head = Markup.of("tr");
    private final Markup body = Markup.of("tbody");
    private int columns;

    private Table() {}

    /** Starts with the titles of the columns that hold words. */
    public static Table of(String... words) {
        Table table = new Table();
        for (String word : words) {
            table.addTitle(Markup.text("th", word));
        }
        return table;
    }

    /** Goes on with the titles of the columns that hold figures. */
    public Table figures(String... titles) {
        for (String title : titles) {
            addTitle(Markup.text("th", title).as("n"));
        }
        return this;
    }

    /** Goes on with a title above so many columns, from the left. */
    public Table above(String title, int columnsBelow) {
        above.add(Markup.text("th", title).with("colspan", columnsBelow).with("scope", "colgroup"));
        return this;
    }

    /** @param cells {@code td} elements for the words */
    public Table row(List<Markup> cells, String... figures) {
        Markup row = Markup.of("tr").add(cells);
        for (String figure : figures) {
            row.add(Markup.text("td", figure).as("n"));
        }
        body.add(row);
        return this;
    }

    /** A row that begins with one word. */
    public Table row(String word, String... figures) {
        return row(List.of(Markup.text("td", word)), figures);
    }

    /** A line across all columns that names the rows below it. */
    public Table heading(String text) {
        Markup cell = Markup.text("th", text).with("colspan", columns).with("scope", "rowgroup");
        body.add(Markup.of("tr", cell).as("group"));
        return this;
    }

    public Markup markup() {
        Markup titles = above.isEmpty() ? Markup.of("thead", head) : Markup.of("thead", above, head);
        Markup table = Markup.of("table", titles, body);
        return Markup.of("div", table).as("scroll");
    }

    private void addTitle(Markup title) {
        head.add(title.with("scope", "col"));
        columns++;
    }
}
