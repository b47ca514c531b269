package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells a file's layout by the columns of its first rows; never by a guess. */
public final class LayoutDetector {
    /** Rows that suffice to tell. */
    public static final int ROWS = 100;

    private final Set<Layout> common = EnumSet.allOf(Layout.class);
    private static final int LONGEST_NAME = 60;

    private final Set<String> columns = new TreeSet<>();
    private long seen;

    /** Takes note of a row; those after the first {@link #ROWS} need not be shown. */
    public void see(ObjectNode row) {
        List<Layout> fitting = Layout.fitting(row);
        seen++;
        common.removeIf(layout -> !fitting.contains(layout));
        row.fieldNames().forEachRemaining(columns::add);
    }

    /**
     * The one layout that all rows fit.
     *
     * @param file for the message
     * @throws AmbiguousLayoutException if it is none or several
     */
    public Layout layout(String file) {
        if (seen > 0 && common.size() == 1) {
            return common.iterator().next();
        }
        String got = seen == 0 ? "no row" : "columns " + String.join(", ", shown());
        String candidates = common.isEmpty() || seen == 0
                ? "none of " + Layout.words()
                : common.stream().map(Layout::word).collect(Collectors.joining(" or "));
        throw new AmbiguousLayoutException(file + ": the columns must tell the layout, got " + got + ", which fit "
                + candidates + "; name it with --from");
    }

    /** The one layout that all rows fit; empty if it is none or several. */
    public Optional<Layout> found() {
        return seen > 0 && common.size() == 1 ? Optional.of(common.iterator().next()) : Optional.empty();
    }

    private List<String> shown() {
        return columns.stream()
                .limit(12)
                .map(name -> name.replaceAll("\\p{Cntrl}+", " "))
                .map(name -> name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name)
                .toList();
    }
}
