package dev.reflux.activities.convert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.convert.ConversionReport.Unwritten;
import dev.reflux.activities.layout.Conversion;
import dev.reflux.activities.layout.Converted;
import dev.reflux.activities.layout.Layout;
import dev.reflux.activities.layout.LayoutDetector;
import dev.reflux.activities.layout.WritingOptions;
import dev.reflux.activities.table.BadRow;
import dev.reflux.activities.table.Row;
import dev.reflux.activities.table.RowReader;
import dev.reflux.activities.table.RowWriter;
import dev.reflux.activities.table.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Carries a file over row by row, in its order, with one row in memory at a time. */
public final class FileConversion {
    /** Rows and parts that are named; the others are counted. */
    public static final int NAMED = 20;

    private final Path in;
    private final Path out;
    private final boolean strict;
    private final List<Unwritten> unwritten = new ArrayList<>();
    private long read;
    private long written;
    private long refused;
    private long bad;

    /** @param strict make no file unless it holds every part of the one that is read */
    public FileConversion(Path in, Path out, boolean strict) {
        this.in = in;
        this.out = out;
        this.strict = strict;
    }

    /**
     * The layout that the columns tell.
     *
     * @throws dev.reflux.activities.layout.AmbiguousLayoutException if they tell none, or several
     * @throws dev.reflux.activities.table.TableException if the file cannot be read
     */
    public static Layout layoutOf(Path file) {
        LayoutDetector detector = new LayoutDetector();
        try (RowReader rows = Tables.open(file, FileConversion::leaveForTheConversion)) {
            Row row = rows.next();
            for (int seen = 0; seen < LayoutDetector.ROWS && row != null; seen++) {
                detector.see(row.fields());
                row = rows.next();
            }
        }
        return detector.layout(file.toString());
    }

    private static void leaveForTheConversion(BadRow bad) {}

    /**
     * Converts once; the file is made, or replaced, only where it holds at least a row.
     *
     * @throws dev.reflux.activities.table.TableException if a file cannot be read or written; nothing is left of the new one
     */
    public ConversionReport run(Layout from, Layout to, WritingOptions options) {
        Conversion conversion = new Conversion(from, to, options);
        try (RowReader rows = LayoutRows.open(in, from, this::isBad);
                RowWriter target = Tables.create(out)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                read++;
                write(row, conversion.convert(row.fields()), target);
            }
            if (written > 0 && !(strict && refused + bad > 0)) {
                target.commit();
            } else {
                written = 0;
            }
        }
        return new ConversionReport(
                out.toString(),
                from.word(),
                to.word(),
                read,
                written,
                refused,
                bad,
                conversion.losses().counts(),
                List.copyOf(unwritten));
    }

    private void write(Row row, Converted converted, RowWriter target) {
        if (converted.isRefused()) {
            refused++;
            String why = converted.refusal().replaceAll("\\p{Cntrl}+", " ");
            name(new Unwritten(in.toString(), row.line(), why));
        }
        for (ObjectNode fields : converted.rows()) {
            target.write(fields);
            written++;
        }
    }

    private void isBad(BadRow part) {
        bad++;
        name(new Unwritten(part.file().toString(), part.line(), part.why() + "; " + part.remedy()));
    }

    private void name(Unwritten one) {
        if (unwritten.size() < NAMED) {
            unwritten.add(one);
        }
    }
}
