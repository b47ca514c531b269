package dev.reflux.worker.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.activities.table.RowWriter;
import dev.reflux.activities.table.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A file of samples for people and programs, of the kind its ending says. CSV has what is not plain as JSON in a text. */
record SampleFile(Path path) {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String CSV = ".*\\.csv(\\.gz|\\.zst)?";

    private static final List<String> CSV_ONLY_IF_THERE = List.of("task", "answers");

    /**
     * Makes sure that it can be written, and leaves nothing.
     *
     * @throws dev.reflux.activities.table.TableException if its ending is not known
     * @throws dev.reflux.activities.shard.WorkspaceException if its folder cannot be written
     */
    void check() {
        Tables.create(path.toAbsolutePath()).close();
    }

    /**
     * The whole file beside its place, to be committed.
     *
     * @throws dev.reflux.activities.shard.WorkspaceException if it cannot be written; nothing is left of it
     */
    RowWriter written(ShardSet samples) {
        RowWriter rows = Tables.create(path.toAbsolutePath(), model());
        try {
            for (int shard = 1; shard <= samples.count(); shard++) {
                samples.read(shard).forEach(sample -> rows.write(row(sample)));
            }
            rows.finish();
            return rows;
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    private ObjectNode row(Sample sample) {
        ObjectNode row = MAPPER.valueToTree(sample);
        if (isCsv()) {
            row.properties().forEach(field -> field.setValue(flat(field.getValue())));
        }
        return row;
    }

    private static JsonNode flat(JsonNode value) {
        return value.isContainerNode() ? MAPPER.getNodeFactory().textNode(value.toString()) : value;
    }

    /** A row with every column, so that they are there even where no sample is. */
    private ObjectNode model() {
        Provenance from = new Provenance("", null, null, 0, null);
        ObjectNode model = row(new Sample("", "", "", 0.5, List.of(), Decision.ACCEPTED, "", from));
        if (isCsv()) {
            CSV_ONLY_IF_THERE.forEach(name -> model.put(name, ""));
        }
        return model;
    }

    private boolean isCsv() {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).matches(CSV);
    }
}
