package dev.reflux.activities.convert;

import dev.reflux.activities.layout.Layout;
import dev.reflux.activities.layout.TreeAssembly;
import dev.reflux.activities.layout.UnfitRowException;
import dev.reflux.activities.table.BadRow;
import dev.reflux.activities.table.Row;
import dev.reflux.activities.table.RowReader;
import dev.reflux.activities.table.Tables;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The rows of a file as its layout means them: a tree's messages, which may be a row each, are one. */
public final class LayoutRows implements RowReader {

    private final Path file;
    private final RowReader rows;
    private final Consumer<BadRow> listener;
    private final TreeAssembly trees = new TreeAssembly();
    private boolean ended;

    private LayoutRows(Path file, RowReader rows, Consumer<BadRow> listener) {
        this.file = file;
        this.rows = rows;
        this.listener = listener;
    }

    /**
     * Opens a file.
     *
     * @param listener is told of every part that is no row, while the rows are read
     * @throws dev.reflux.activities.table.TableException if the file cannot be read
     */
    static RowReader open(Path file, Layout layout, Consumer<BadRow> listener) {
        return of(file, Tables.open(file, listener), layout, listener);
    }

    /**
     * Goes on with rows that are read already, and closes them.
     *
     * @param file they come from, for messages
     * @param layout null where it is not known
     */
    public static RowReader of(Path file, RowReader rows, Layout layout, Consumer<BadRow> listener) {
        return layout == Layout.OASST ? new LayoutRows(file, rows, listener) : rows;
    }

    @Override
    public Row next() {
        for (Row row = ended ? null : rows.next(); row != null; row = rows.next()) {
            TreeAssembly.Tree tree = added(row);
            if (tree != null) {
                return new Row(tree.line(), tree.row());
            }
        }
        ended = true;
        TreeAssembly.Tree last = trees.end();
        return last == null ? null : new Row(last.line(), last.row());
    }

    private TreeAssembly.Tree added(Row row) {
        try {
            return trees.add(row.line(), row.fields());
        } catch (UnfitRowException unfit) {
            int remedy = unfit.getMessage().lastIndexOf("; ");
            listener.accept(
                    remedy < 0
                            ? new BadRow(file, row.line(), unfit.getMessage(), "remove it")
                            : new BadRow(
                                    file,
                                    row.line(),
                                    unfit.getMessage().substring(0, remedy),
                                    unfit.getMessage().substring(remedy + 2)));
            return null;
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
