package dev.reflux.activities.convert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.convert.ConversionReport.Unwritten;
import dev.reflux.activities.layout.Conversion;
import dev.reflux.activities.layout.Converted;
import dev.reflux.activities.layout.Layout;
import dev.reflux.activities.layout.WritingOptions;
import dev.reflux.activities.table.BadRow;
import dev.reflux.activities.table.Row;
import dev.reflux.activities.table.RowReader;
import dev.reflux.activities.template.ChatTemplate;
import dev.reflux.activities.template.ChatTemplateException;
import dev.reflux.activities.template.RenderOptions;
import dev.reflux.activities.template.Rendered;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Renders the conversations of a file row by row, in its order, with one row in memory at a time. */
public final class FileRendering {
    private final Path in;
    private final ChatTemplate template;
    private final RenderOptions options;
    private final List<Unwritten> unrendered = new ArrayList<>();
    private long read;
    private long rendered;
    private long refused;
    private long bad;

    /** Takes what was rendered, in the file's order. */
    @FunctionalInterface
    public interface Sink {
        /** @param line where the row starts, from 1; in Parquet the number of the row */
        void take(long line, Rendered text);
    }

    /** @param options whose tools are meant for rows that bring none */
    public FileRendering(Path in, ChatTemplate template, RenderOptions options) {
        this.in = in;
        this.template = template;
        this.options = options;
    }

    /**
     * Renders once.
     *
     * @param chosen take the chosen answer of a pair, and answers labelled true, where rows hold more than a conversation
     * @throws dev.reflux.activities.table.TableException if the file cannot be read
     */
    public RenderingReport run(Layout from, boolean chosen, Sink sink) {
        WritingOptions messages = new WritingOptions(false, chosen, false, WritingOptions.Form.MESSAGES);
        Conversion conversion = new Conversion(from, Layout.MESSAGES, messages);
        try (RowReader rows = LayoutRows.open(in, from, this::isBad)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                take(row, conversion.convert(row.fields()), sink);
            }
        }
        return new RenderingReport(in.toString(), from.word(), read, rendered, refused, bad, List.copyOf(unrendered));
    }

    private void take(Row row, Converted converted, Sink sink) {
        read++;
        if (converted.isRefused()) {
            refuse(row, converted.refusal());
        }
        converted.rows().forEach(fields -> render(row, fields, sink));
    }

    private void render(Row row, ObjectNode fields, Sink sink) {
        try {
            Rendered text = template.render(fields.path("messages"), with(fields));
            rendered++;
            sink.take(row.line(), text);
        } catch (ChatTemplateException e) {
            refuse(row, e.getMessage());
        }
    }

    private RenderOptions with(ObjectNode fields) {
        return fields.hasNonNull("tools") ? options.withTools(fields.get("tools")) : options;
    }

    private void refuse(Row row, String why) {
        refused++;
        name(new Unwritten(in.toString(), row.line(), why));
    }

    private void isBad(BadRow part) {
        bad++;
        name(new Unwritten(part.file().toString(), part.line(), part.why() + "; " + part.remedy()));
    }

    private void name(Unwritten one) {
        if (unrendered.size() < FileConversion.NAMED) {
            unrendered.add(one);
        }
    }
}
