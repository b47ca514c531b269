package dev.reflux.worker.dataset;

import dev.reflux.activities.convert.LayoutRows;
import dev.reflux.activities.layout.Layout;
import dev.reflux.activities.layout.LayoutDetector;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.SampleRow;
import dev.reflux.activities.table.BadRow;
import dev.reflux.activities.table.Row;
import dev.reflux.activities.table.RowReader;
import dev.reflux.activities.table.Tables;
import dev.reflux.worker.dataset.BadLines.BadLine;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows of a file as samples, in the file's order. */
public final class FileDataset implements Dataset {

    private final Path file;
    private final RowSamples rows;
    private final Optional<Layout> layout;
    private final FieldNames names;
    private BadLines bad = new BadLines();

    private FileDataset(Path file, FieldNames names, Optional<Layout> layout) {
        this.file = file;
        this.rows = new RowSamples(file, layout);
        this.layout = layout;
        this.names = names;
    }

    /** Looks at the first rows for the file's layout. */
    static FileDataset open(Path file, FieldNames names) {
        LayoutDetector detector = new LayoutDetector();
        try (RowReader reader = names.over(Tables.open(file, FileDataset::leaveForLater))) {
            Row row = reader.next();
            for (int seen = 0; seen < LayoutDetector.ROWS && row != null; seen++) {
                if (!SampleRow.fits(row.fields())) {
                    detector.see(row.fields());
                }
                row = reader.next();
            }
        }
        return new FileDataset(file, names, detector.found());
    }

    private static void leaveForLater(BadRow bad) {}

    /** Takes a sample with the line it starts on. */
    public interface OnLine {
        void accept(long line, Sample sample);
    }

    /** As {@link #samples}, each with its line. */
    public void lines(OnLine consumer) {
        BadLines found = new BadLines();
        bad = found;
        Consumer<BadRow> listener =
                part -> found.add(new BadLine(file.toString(), part.line(), part.why() + "; " + part.remedy()));
        try (RowReader reader =
                LayoutRows.of(file, names.over(Tables.open(file, listener)), layout.orElse(null), listener)) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                Sample sample = read(row, found);
                if (sample != null) {
                    consumer.accept(row.line(), sample);
                }
            }
        }
    }

    private Sample read(Row row, BadLines found) {
        try {
            return rows.read(row);
        } catch (UnreadableRowException e) {
            found.add(new BadLine(file.toString(), row.line(), e.getMessage()));
            return null;
        }
    }

    public Path file() {
        return file;
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public void samples(Consumer<Sample> consumer) {
        lines((line, sample) -> consumer.accept(sample));
    }

    @Override
    public void rejected(Consumer<Sample> consumer) {
        // A file holds what was rejected among its samples.
    }

    @Override
    public BadLines bad() {
        return bad;
    }
}
