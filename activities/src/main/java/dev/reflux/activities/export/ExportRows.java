package dev.reflux.activities.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Example;
import dev.reflux.activities.layout.Layout;
import dev.reflux.activities.layout.LayoutWriter;
import dev.reflux.activities.layout.WritingOptions;
import dev.reflux.activities.layout.WritingOptions.Form;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.template.ChatTemplateException;
import dev.reflux.config.Export;
import dev.reflux.config.Export.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows of one export, sample by sample, with an account of what they hold. */
final class ExportRows {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Export export;
    private final TextTemplate template;
    private final SampleExamples examples;
    private final LayoutWriter layout;
    private final Set<String> columns = new LinkedHashSet<>();
    private long rows;
    private long refused;
    private String refusal;

    /** @param template of a text export; null for any other */
    ExportRows(Export export, TextTemplate template) {
        this.export = export;
        this.template = template;
        this.examples = new SampleExamples(export);
        this.layout = layout(export);
    }

    /** Null for classification, whose rows hold the confidence too. */
    private static LayoutWriter layout(Export export) {
        if (export.format() == Format.CLASSIFICATION) {
            return null;
        }
        Layout layout = export.format() == Format.TEXT
                ? Layout.MESSAGES
                : Layout.valueOf(export.format().name());
        Form form = export.conversational() ? Form.MESSAGES : Form.TEXTS;
        return new LayoutWriter(layout, new WritingOptions(true, false, false, form));
    }

    /** A row of its shape, so that its columns are there even where no sample has them. */
    ObjectNode model() {
        if (export.format() == Format.CLASSIFICATION) {
            return MAPPER.valueToTree(new ExportedSample("", "", 0.5));
        }
        return template == null ? layout.write(examples.model()).get(0) : template.model();
    }

    List<ObjectNode> of(Sample sample) {
        List<ObjectNode> found = new ArrayList<>();
        if (export.format() == Format.CLASSIFICATION) {
            found.add(MAPPER.valueToTree(ExportedSample.of(sample)));
        } else {
            examples.of(sample).forEach(example -> add(sample, example, found));
        }
        rows += found.size();
        found.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
        return found;
    }

    private void add(Sample sample, Example example, List<ObjectNode> found) {
        List<ObjectNode> written = layout.write(example);
        if (template == null) {
            found.addAll(written);
            return;
        }
        try {
            found.add(template.row(written.get(0).get("messages")));
        } catch (ChatTemplateException e) {
            refused++;
            refusal = refusal == null ? "sample " + sample.id() + ": " + e.problem() : refusal;
        }
    }

    ExportedFile account(Path file) {
        return new ExportedFile(export, file, List.copyOf(columns), rows, refused, refusal);
    }
}
